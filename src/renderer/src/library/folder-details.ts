import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type FileDetails, findDetails, namePattern } from "../../../shared/papers/file-details.ts";
import { texts } from "../i18n/texts.ts";
import type { FolderImport } from "../state/shell.ts";

/** Where the details of files come from before what each file says itself. */
export type DetailsSource = "file" | "names" | "table";

/** How a pattern reads the names of files: an example, how many names it fits, or why it is none. */
export type PatternResult = Readonly<{ example: string | null; fits: number; why: string | null }>;

/** How the details of files are found; by nothing where a pattern is wrong. */
export function detailsBy(
  source: DetailsSource,
  pattern: string,
  tables: FolderImport["tables"],
): (within: string) => FileDetails {
  try {
    if (source === "names") return findDetails(namePattern(pattern), []);
  } catch {
    return () => ({});
  }
  return findDetails(null, source === "table" ? tables.map(({ read }) => read) : []);
}

/** What a pattern makes of the names of files. */
export function tryPattern(pattern: string, names: readonly string[]): PatternResult {
  try {
    const read = namePattern(pattern);
    const found = names.flatMap((name) => {
      const details = read(name);
      return details === null ? [] : [{ name, details }];
    });
    const [first] = found;
    const { title, authors, date } = first?.details ?? {};
    const facts = [title, authors?.join("; "), date].filter((fact) => fact !== undefined && fact !== "").join(" · ");
    const example = first === undefined ? null : texts().t("folder.example", { file: first.name, facts });
    return { example, fits: found.length, why: null };
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error;
    return { example: null, fits: 0, why: texts().failure(error) };
  }
}
