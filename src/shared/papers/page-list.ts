/** No list names more pages than a paper may have. */
const maxPages = 100_000;

/** Page numbers (from 1) of a list such as `1-3, 7`, in order and once each; null for what is not such a list. */
export function parsePageList(list: string): number[] | null {
  const pages = new Set<number>();
  for (const part of list.split(",")) {
    const [, first = "", last = first] = /^\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || from < 1 || to < from || pages.size + to - from >= maxPages) return null;
    for (let page = from; page <= to; page++) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}
