import { roman } from "../../../../shared/text/roman.ts";
import { attribute, type Element } from "./tree.ts";

/**
 * What is before an item of a list when printed: `•`, `3.`, `c.`, `iii.` (HTML Standard, 4.4.5: the `type` of a list).
 */
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
