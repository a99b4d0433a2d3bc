const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const leftToRight = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Devanagari}/u;

/** The direction of the first letter that has one (Unicode Bidirectional Algorithm, rules P2 and P3). */
export function directionOf(text: string): "ltr" | "rtl" {
  const right = text.search(rightToLeft);
  const left = text.search(leftToRight);
  return right >= 0 && (left < 0 || right < left) ? "rtl" : "ltr";
}

/** The direction that a source states for a text, unless no letter of it has that one; null: it states none. */
export function statedDirection(text: string, stated: "ltr" | "rtl" | null): "ltr" | "rtl" {
  if (stated === null) return directionOf(text);
  return (stated === "rtl" ? rightToLeft : leftToRight).test(text) ? stated : directionOf(text);
}

/** The direction of a text by its first letter that has one; null for one without letters, which goes with any text. */
export function directionOfWords(text: string): "ltr" | "rtl" | null {
  return rightToLeft.test(text) || leftToRight.test(text) ? directionOf(text) : null;
}
