const parts: readonly (readonly [number, string])[] = [
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

/** A whole number in small Roman numerals; in Arabic figures where there are none: below 1 and from 4,000. */
export function roman(value: number): string {
  if (value < 1 || value >= 4000) return String(value);
  let rest = value;
  let text = "";
  for (const [size, letters] of parts)
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  return text;
}
