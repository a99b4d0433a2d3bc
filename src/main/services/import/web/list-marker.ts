import { attribute, type Element } from "./tree.ts";

const romans: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** What is before an item of a list when printed: `•`, `3.`, `c.`, `iii.` (HTML Standard, 4.4.5: the `type` of a list). */
export function listMarker(list: Element, number: number): string {
  if (list.tagName !== "ol") return "•";
  const type = attribute(list, "type") ?? "1";
  if (number < 1 || number > 3999) return `${number}.`;
  if (type === "a") return `${letters(number)}.`;
  if (type === "A") return `${letters(number).toUpperCase()}.`;
  if (type === "i") return `${roman(number)}.`;
  if (type === "I") return `${roman(number).toUpperCase()}.`;
  return `${number}.`;
}

function letters(number: number): string {
  let left = number;
  let text = "";
  while (left > 0) {
    text = String.fromCharCode(97 + ((left - 1) % 26)) + text;
    left = Math.floor((left - 1) / 26);
  }
  return text;
}

function roman(number: number): string {
  let left = number;
  let text = "";
  for (const [value, sign] of romans)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}
