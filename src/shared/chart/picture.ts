import type { StanceLook } from "../codebook/stance-scale.ts";

/** What a colour means; a palette gives the colour itself, in a light or a dark theme. */
export type Paint = StanceLook | "ink" | "soft" | "line" | "page";

/** Which claims a mark shows: all parts must hold, an issue stands for what is under it unless `alone`. */
export type Facet = Readonly<{
  issue?: string;
  alone?: boolean;
  /** "" means no stance; of an actor, that nobody is named. */
  stance?: string;
  actor?: string;
  paper?: string;
  coder?: string;
  period?: string;
  /** First and last day, ISO dates. */
  first?: string;
  last?: string;
}>;

type Common = Readonly<{
  paint: Paint;
  /** Drawn with the pattern of its stance, so that colour is never alone. */
  patterned?: boolean;
  /** What the mark says in words. */
  title?: string;
  /** The claims behind it: those that meet one of these. */
  marks?: readonly Facet[];
  /** The identifier of what it stands for, where a reader may move it. */
  movable?: string;
}>;

/** Sizes and places in units of 1/96 inch from the upper left corner. */
export type Shape =
  | (Common & Readonly<{ kind: "rect"; x: number; y: number; width: number; height: number }>)
  | (Common & Readonly<{ kind: "circle"; x: number; y: number; radius: number }>)
  | (Common &
      Readonly<{ kind: "line"; x1: number; y1: number; x2: number; y2: number; width: number; dashed?: boolean }>)
  | (Common &
      Readonly<{
        kind: "text";
        x: number;
        y: number;
        text: string;
        size: number;
        anchor: "start" | "middle" | "end";
        bold?: boolean;
        /** On a rim of the page's colour, where lines may run beneath. */
        halo?: boolean;
        /** Degrees clockwise around its own place. */
        turned?: number;
      }>);

/** A drawing as data: the same one is shown in the window, written as SVG and put into reports. */
export type Picture = Readonly<{ title: string; width: number; height: number; shapes: readonly Shape[] }>;

/** The paint and sign of a mean polarity: a third and more to one side takes that side. */
export function signOf(mean: number | null): Readonly<{ paint: Paint; glyph: string }> {
  if (mean === null) return { paint: "soft", glyph: "" };
  if (mean >= 1 / 3) return { paint: "supports", glyph: "+" };
  if (mean <= -1 / 3) return { paint: "opposes", glyph: "−" };
  return { paint: "mixed", glyph: "±" };
}

/** The greatest of some numbers, or the floor; of any number of them, which `Math.max(...)` is not. */
export function highest(floor: number, numbers: Iterable<number>): number {
  let most = floor;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/**
 * Where a square and the number to its right are in a cell of a table that narrow: room for the square's edge, the
 * places of its middle and of the words, and their size.
 */
export function cellPlan(step: number): Readonly<{ edge: number; square: number; words: number; size: number }> {
  const edge = Math.min(24, step * 0.42);
  return step >= 58
    ? { edge, square: -13, words: 6, size: 12 }
    : { edge, square: edge / 2 - step / 2, words: edge - step / 2 + 3, size: 10 };
}

/** Width of a line of text, about: 0.56 of its size for each letter, 1 for wide scripts. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const char of text) units += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]/u.test(char) ? 1 : 0.56;
  return units * size;
}

/** What parts the names of an issue's path as people see it (`showPath`). */
export const pathSign = " › ";

/**
 * A text that fits a width, cut at its end with an ellipsis. Of a path the beginnings are cut first, as its last name
 * tells it from its neighbours: `Access for… › Timing`.
 */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const names = text.split(pathSign);
  const last = names.pop() ?? "";
  if (names.length === 0) return cut(text, size, width);
  const parents = names.join(pathSign);
  // At least two fifths stay for where the name belongs, so that equal last names stay apart as well.
  const room = width - textWidth(pathSign, size);
  const own = cut(last, size, Math.max(room * 0.6, room - textWidth(parents, size)));
  return `${cut(parents, size, room - textWidth(own, size))}${pathSign}${own}`;
}

/** A text without its end, where it does not fit. */
function cut(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && textWidth(`${chars.join("")}…`, size) > width) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}
