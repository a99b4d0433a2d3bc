import type { PaperContent } from "../../../shared/model/content.ts";
import type { PaperFormat } from "../../../shared/model/paper.ts";
import type { PageMark } from "./marks.ts";

/** What an importer makes of a source. `geometry` is as `geometry.ts` writes it, null where there are no pages. */
export type Imported = Readonly<{
  format: PaperFormat;
  title: string | null;
  authors: readonly string[];
  /** ISO 8601: `2021`, `2021-03` or `2021-03-09`. */
  date: string | null;
  content: PaperContent;
  geometry: Uint8Array | null;
  /** Mark-up that the source holds; left out where a format has none. */
  marks?: readonly PageMark[];
}>;
