import { ownDirection } from "../../../../shared/report/words.ts";
import type { TextDirection } from "../../../../shared/text/isolate.ts";
import { shown } from "../../typst/typst.ts";

/** Words as mark-up, in the direction of their own script where that is not the one around them. */
export function words(text: string, around: TextDirection): string {
  const way = ownDirection(text, { direction: around });
  return way === around ? shown(text) : `#text(dir: ${way})[${shown(text)}]`;
}

/** A text as a string of Typst's code. */
export function quoted(text: string): string {
  return shown(text).slice(1);
}
