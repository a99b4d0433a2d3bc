/** A number printed in a running head or foot: what may be the page's own. */
export type Printed = Readonly<{
  text: string;
  value: number;
  roman: boolean;
  /** True where nothing else is printed beside it. */
  alone: boolean;
}>;

const pageNumber =
  /^(?:page|seite|p\.|página|صفحہ|صفحة)?\s*[-–—|[(]*\s*(\d{1,5}|[ivxlc]{1,8})\s*[-–—|\])]*(?:\s*(?:of|\/|von|de)\s*\d{1,4})?$/i;

/** True for a line that is nothing but a page's number, such as `– 12 –`, `Page 3 of 9` or `xii`. */
export function isPageNumber(text: string): boolean {
  const found = pageNumber.exec(text.trim())?.[1];
  return found !== undefined && numberOf(found) !== null;
}

/** Numbers at the start or end of a line: there a page's number is. */
export function printedIn(line: string): Printed[] {
  const text = line.trim();
  const alone = pageNumber.exec(text)?.[1];
  const parts = alone === undefined ? [/^\S+/.exec(text)?.[0], /\S+$/.exec(text)?.[0]] : [alone];
  return parts.flatMap((part) => {
    const bare = part?.replace(/^[-–—|[(]+|[-–—|\]).,]+$/g, "") ?? "";
    const value = numberOf(bare);
    return value === null ? [] : [{ text: bare, value, roman: !/^\d/.test(bare), alone: alone !== undefined }];
  });
}

const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of an Arabic number of up to five digits, as journals count over a year, or of a well-formed Roman one. */
export function numberOf(text: string): number | null {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  if (!/^(?=.)c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i.test(text)) return null;
  const values = [...text.toLowerCase()].map((letter) => digits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
