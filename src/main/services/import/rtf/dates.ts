/** The day that the control words of `\\creatim` say (RTF 1.9.1, “Information group”), ISO 8601; "" for none. */
export function createdOf({ yr, mo = 1, dy = 1 }: Readonly<Record<string, number>>): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return yr === undefined ? "" : `${String(yr).padStart(4, "0")}-${two(mo)}-${two(dy)}`;
}

/** A date as Word packs it (RTF 1.9.1, “DTTM”) as an ISO instant; null for none. */
export function dateOf(packed: number): string | null {
  if (!Number.isInteger(packed) || packed === 0) return null;
  const minute = packed & 0x3f;
  const hour = (packed >>> 6) & 0x1f;
  const day = (packed >>> 11) & 0x1f;
  const month = (packed >>> 16) & 0xf;
  const year = ((packed >>> 20) & 0x1ff) + 1900;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return month < 1 || month > 12 || day < 1 || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
