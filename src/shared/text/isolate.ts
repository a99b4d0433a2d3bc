/** Which way words run. */
export type TextDirection = "ltr" | "rtl";

const isolates = /[\u2066-\u2068][^\u2069]*\u2069/g;

/**
 * A name or a quotation between isolates when it runs the other way than what is around it, so that it does not turn
 * that (Unicode Bidirectional Algorithm, X5c). Among words from right to left a number or a date is one: its parts
 * would change places (W2).
 */
export function isolate(text: string, around: TextDirection = "ltr"): string {
  return text !== "" && directionOfText(text) !== around ? `\u2068${text}\u2069` : text;
}

/**
 * The direction of a text: that of its first letter with one, what is between isolates left out (Unicode Bidirectional
 * Algorithm, rule P2).
 */
export function directionOfText(text: string): TextDirection {
  const [first] = /\p{L}/u.exec(text.replace(isolates, "")) ?? [];
  return first !== undefined && /[\u0590-\u08ff\u{10800}-\u{10fff}\ufb1d-\ufdff\ufe70-\ufefc]/u.test(first)
    ? "rtl"
    : "ltr";
}
