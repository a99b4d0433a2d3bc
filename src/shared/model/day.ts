/**
 * Whether the calendar has such a day, month or year, as ISO 8601 writes them: `2021-03-09`, `2021-03`, `2021`; years
 * 0001 to 9999.
 */
export function isDay(date: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return year !== "0000" && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(`${year}-${month}-${day}`);
}
