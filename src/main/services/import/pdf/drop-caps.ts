import type { Line } from "./lines.ts";

/** A drop cap is at least so many times as large as the text that it begins. */
const least = 1.7;

/** Words that follow “I” as a word of its own; after any other letters it begins a longer one. */
const afterI =
  /^(?:am|was|have|had|will|would|do|did|can|could|think|thought|know|knew|believe|remember|first|never|grew|went|met|saw|want|wanted|spent|once|wrote|write|live|lived|love|began|came|got|always|often|still|may|might|must|should)\b/i;
/** How words go on that begin with A and are longer than it. */
const afterA =
  /^(?:[cdglmnprst]\b|ll|bout|bove|broad|ccord|cross|ct|dd|dm|dult|dvan|fric|fter|fghan|gain|ge|go|gree|gric|head|id|im|ir|li|lban|lger|lmost|long|lread|lso|lthough|mbass|meric|mid|mong|nalys|ncient|nd|nnual|nother|nsw|ntarc|nti|ny|pril|rab|rctic|re\b|rea|rgent|rm|rou|rt|sia|sk|ssess|ssum|thens|tt|ugust|ustr|uthor|utumn|vail|ver|way|zer)/i;

/**
 * Lines with the large letters over several lines that paragraphs begin with put before the first line beside each of
 * them, of whose first word they are a part.
 */
export function withDropCaps(lines: readonly Line[]): Line[] {
  const first = new Map<Line, Line>();
  for (const cap of lines) {
    const line = isCap(cap) ? firstBeside(cap, lines) : null;
    if (line !== null && !first.has(line)) first.set(line, cap);
  }
  if (first.size === 0) return [...lines];
  const caps = new Set(first.values());
  return lines.flatMap((line) => {
    const cap = first.get(line);
    if (cap !== undefined) return [begun(cap, line)];
    return caps.has(line) ? [] : [line];
  });
}

function isCap({ text }: Line): boolean {
  return /^["'“‘«„]?\p{Lu}$/u.test(text.trim());
}

/** The highest line right beside a letter, where another one is beside it or under it too. */
function firstBeside(cap: Line, lines: readonly Line[]): Line | null {
  const beside = lines.filter((line) => {
    if (line.size * least > cap.size || line === cap) return false;
    const gap = line.box[0] - cap.box[2];
    const [top, foot] = [line.base + line.size * 0.5, cap.base - line.size * 0.6];
    return gap > -line.size * 0.6 && gap < line.size * 1.5 && top < cap.base + cap.size && line.base > foot;
  });
  const [line, ...more] = beside.sort((a, b) => b.base - a.base);
  if (line === undefined || more.length === 0 || !/^["'’]?\p{L}/u.test(line.text)) return null;
  const isHigh = Math.abs(cap.base + cap.size * 0.72 - (line.base + line.size * 0.72)) < line.size * 0.9;
  return isHigh && more.some((other) => line.base - other.base > line.size * 0.8) ? line : null;
}

function begun(cap: Line, line: Line): Line {
  const letter = cap.text.trim().at(-1) ?? "";
  const isWord = (letter === "A" && !afterA.test(line.text)) || (letter === "I" && afterI.test(line.text));
  const chars = line.chars.after(cap.chars, isWord);
  const added = chars.length - line.chars.length;
  return {
    ...line,
    chars,
    text: chars.text(),
    box: [cap.box[0], line.box[1], line.box[2], line.box[3]],
    notes: line.notes.map(({ label, at }) => ({ label, at: at + added })),
    lead: 0,
  };
}
