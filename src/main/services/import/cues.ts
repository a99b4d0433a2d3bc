/** A time line of subtitles (SubRip, WebVTT): "00:02:17,400 --> 00:02:20,400". */
const timeLine = /^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{2,3}\s+-->\s+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{2,3}/;

/** A cue of subtitles: its number and time, and the lines that are spoken. */
export type Cue = Readonly<{ head: readonly string[]; words: readonly string[] }>;

/** The cues of lines that follow each other; null for other lines. A line before the first is part of its head. */
export function cuesOf(lines: readonly string[]): readonly Cue[] | null {
  const times = lines.flatMap((line, index) => (timeLine.test(line) ? [index] : []));
  const [first] = times;
  if (first === undefined || first > 1) return null;
  const starts = times.map((time, index) =>
    index === 0 ? 0 : /^\s*\d+\s*$/.test(lines[time - 1] ?? "") ? time - 1 : time,
  );
  return times.map((time, index) => ({
    head: lines.slice(starts[index], time + 1),
    words: lines.slice(time + 1, starts[index + 1]),
  }));
}
