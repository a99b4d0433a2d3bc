const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const leftToRight = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Devanagari}/u;

/** The direction of the first letter that has one (Unicode Bidirectional Algorithm, rules P2 and P3). */
export function directionOf(text: string): "ltr" | "rtl" {
  const right = text.search(rightToLeft);
  const left = text.search(leftToRight);
  return right >= 0 && (left < 0 || right < left) ? "rtl" : "ltr";
}

/** Whether a text has a letter of a direction. */
export function hasDirection(text: string, direction: "ltr" | "rtl"): boolean {
  return (direction === "rtl" ? rightToLeft : leftToRight).test(text);
}
