/** Red, green and blue, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** A colour written `#rrggbb`. */
export function rgbOf(colour: string): Rgb {
  const part = (index: number): number => Number.parseInt(colour.slice(index, index + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** A colour as light as a highlighter's, 0 to 1. */
export function tint(colour: string): Rgb {
  const [red, green, blue] = rgbOf(colour);
  const light = (part: number): number => 1 - (1 - part) * 0.38;
  return [light(red), light(green), light(blue)];
}

/** A colour as Typst takes it. */
export function hex(colour: Rgb): string {
  return `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
