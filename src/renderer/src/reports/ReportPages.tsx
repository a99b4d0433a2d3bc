import { useEffect, useRef, useState } from "react";
import type { DrawnPages } from "../../../shared/contract/page-calls.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt } from "../state/shell.ts";
import { isDark, useTheme } from "../state/theme.ts";

type Sheet = Readonly<{ url: string; width: number; height: number }>;

/** As many pages are drawn at a time. */
const step = 6;
/** The widest that a page is shown, in CSS pixels. */
const widest = 820;

/** The pages of a report as they are printed. Further pages are drawn when one comes near them. */
export function ReportPages({ pdf }: Readonly<{ pdf: Uint8Array | null }>) {
  const { t } = useTexts();
  const dark = useTheme((state) => isDark(state.window));
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [count, setCount] = useState<number | null>(null);
  const [wanted, setWanted] = useState(step);
  const end = useRef<HTMLDivElement>(null);
  /** How many pages of which report are drawn, or being drawn. */
  const drawn = useRef<Readonly<{ of: string; pdf: Uint8Array | null; pages: number }>>({
    of: "",
    pdf: null,
    pages: 0,
  });
  useEffect(() => {
    if (pdf === null) return undefined;
    const of = String(dark);
    if (drawn.current.pdf !== pdf || drawn.current.of !== of) drawn.current = { of, pdf, pages: 0 };
    let isWanted = true;
    const draw = async (): Promise<void> => {
      while (isWanted && drawn.current.pages < wanted) {
        const from = drawn.current.pages;
        const width = Math.round(widest * Math.min(2, devicePixelRatio));
        const made = await attempt(() => getWorkbench().drawPages({ bytes: pdf, from, count: step, width, dark }));
        if (made === null || !isWanted) return;
        drawn.current = { of, pdf, pages: from + step };
        setCount(made.pages);
        setSheets((before) => [...before.slice(0, from), ...made.pictures.map(sheetOf)]);
        if (from + step >= made.pages) return;
      }
    };
    void draw();
    return () => {
      isWanted = false;
    };
  }, [pdf, wanted, dark]);
  useEffect(() => {
    const last = end.current;
    if (last === null) return undefined;
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) setWanted((before) => Math.max(before, sheets.length + step));
    });
    if (count !== null && sheets.length < count) watch.observe(last);
    return () => watch.disconnect();
  }, [sheets.length, count]);
  const total = count ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled by keys
    <section className="report-pages" aria-label={t("report.pages", { count: total })} tabIndex={0}>
      {sheets.map((sheet, index) => (
        <img
          key={sheet.url}
          src={sheet.url}
          width={sheet.width}
          height={sheet.height}
          alt={t("report.pageOf", { page: index + 1, count: total })}
          onLoad={() => URL.revokeObjectURL(sheet.url)}
        />
      ))}
      {(count === null || sheets.length < count) && <div className="skeleton" ref={end} aria-hidden="true" />}
    </section>
  );
}

function sheetOf({ width, height, bytes }: DrawnPages["pictures"][number]): Sheet {
  return { url: URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "image/png" })), width, height };
}
