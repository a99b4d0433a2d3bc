/** A measure as people read it: two decimals, with the sign for minus and none before a zero. */
export function twoDecimals(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}
