const segmenters = new Map<string, Intl.Segmenter>();

/** The sentence around an offset (UTF-16 units), without the white space at its ends. A line feed ends a sentence, a joint over a page break does not. */
export function sentenceAt(text: string, offset: number): { start: number; end: number } {
  const { start: from, end: to } = paragraphAt(text, offset);
  const segmenter = segmenters.get("sentence") ?? new Intl.Segmenter(undefined, { granularity: "sentence" });
  segmenters.set("sentence", segmenter);
  let best = { start: from, end: to };
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
    best = { start: from + index, end: from + index + segment.trimEnd().length };
    if (from + index + segment.length > offset) break;
  }
  return best;
}

/** The paragraph around an offset: between line feeds. */
export function paragraphAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end < 0 ? text.length : end };
}
