import { z } from "zod";
import { message } from "../messages/message.ts";
import { WorkbenchError } from "../model/errors.ts";
import { knownColumns, listCell } from "../text/columns.ts";

/** What is known of a paper from outside its file; what is left out is for the file to say. */
export type FileDetails = Readonly<{ title?: string; authors?: string[]; date?: string }>;

/** Reads details out of a file's name; null for a name that the pattern does not fit. */
export type NamePattern = (fileName: string) => FileDetails | null;

/** Reads details of a file out of a table, by its path or its name; null for a file that the table has not. */
export type TableDetails = (file: string) => FileDetails | null;

/** How the details of files are found by their paths: in the first table that has the file, then in its name. */
export function findDetails(
  pattern: NamePattern | null,
  tables: readonly TableDetails[],
): (within: string) => FileDetails {
  return (within) => ({
    ...pattern?.(within.replace(/^.*\//s, "")),
    ...tables.map((table) => table(within)).find((details) => details !== null),
  });
}

const parts: Readonly<Record<string, string>> = {
  title: "(?<title>.+?)",
  author: "(?<author>.+?)",
  date: "(?<date>\\d{4}(?:[-._]?\\d{2}(?:[-._]?\\d{2})?)?)",
  any: ".*?",
};

/**
 * A pattern of file names such as `{author} - {date} - {title}`: what is in braces is read, `{any}` is skipped, the
 * rest is as written, without regard to case. Throws `invalid` for another name in braces, or one that is there twice.
 */
export function namePattern(pattern: string): NamePattern {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name.trim().toLowerCase());
  const wrong = names.find(
    (name, index) => !Object.hasOwn(parts, name) || (name !== "any" && names.indexOf(name) !== index),
  );
  if (wrong !== undefined || names.every((name) => name === "any"))
    throw new WorkbenchError(
      "invalid",
      message("details.badPattern", { pattern, braces: "{ }", example: "{author} - {date} - {title}" }),
    );
  let index = 0;
  const source = pattern
    .normalize("NFC")
    .replace(/\{[^{}]*\}|[\s\S]/gu, (token) =>
      token.length > 1 && token.startsWith("{")
        ? (parts[names[index++] ?? ""] ?? "")
        : token.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
    );
  const whole = new RegExp(`^${source}$`, "iu");
  return (fileName) => {
    const found = whole.exec(fileName.replace(/\.[^.]{1,10}$/, "").normalize("NFC"))?.groups;
    if (found === undefined) return null;
    const { title, author, date } = found;
    return {
      ...(words(title ?? "") === "" ? {} : { title: words(title ?? "") }),
      ...(author === undefined
        ? {}
        : {
            authors: author
              .split(/[;&]/)
              .map(words)
              .filter((name) => name !== ""),
          }),
      ...(date === undefined ? {} : { date: isoDate(date) }),
    };
  };
}

/** Programs write names without spaces: underscores are their spaces. */
function words(text: string): string {
  return text.replace(/[_\s]+/g, " ").trim();
}

/** `20210309` and `2021_03_09` as `2021-03-09`. */
function isoDate(date: string): string {
  const digits = date.replace(/\D/g, "");
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter((part) => part !== "").join("-");
}

const cell = z.union([z.string(), z.number().transform(String), z.null().transform(() => "")]).pipe(z.string().trim());
const Line = z.object({
  file: cell.pipe(z.string().min(1)),
  title: cell.default(""),
  author: cell.default(""),
  authors: cell.default(""),
  date: cell.default(""),
});

/**
 * Details of files by the rows of a table with the columns file, title, author (or authors, parted by `;`) and date.
 * Null where it is no such table. Rows that name no file are skipped.
 */
export function detailsTable(table: unknown): TableDetails | null {
  const rows = z.array(z.record(z.string(), z.unknown())).safeParse(table).data ?? [];
  const lines = rows.map((row) => knownColumns(row, Line.keyof().options));
  if (
    !lines.some(
      (line) => "file" in line && ("title" in line || "author" in line || "authors" in line || "date" in line),
    )
  )
    return null;
  const byFile = new Map<string, FileDetails>();
  for (const line of lines) {
    const { file, title, author, authors, date } = Line.safeParse(line).data ?? {};
    if (file === undefined) continue;
    const names = listCell(authors || author || "").filter((name) => name !== "");
    byFile.set(fileKey(file), {
      ...(title ? { title } : {}),
      ...(names.length > 0 ? { authors: names } : {}),
      ...(date ? { date } : {}),
    });
  }
  return (file) => {
    // A table may give paths from its own folder, or names alone.
    const key = fileKey(file);
    for (let from = 0; from >= 0; from = key.indexOf("/", from) < 0 ? -1 : key.indexOf("/", from) + 1) {
      const found = byFile.get(key.slice(from));
      if (found !== undefined) return found;
    }
    return null;
  };
}

function fileKey(file: string): string {
  return file.replaceAll("\\", "/").replace(/^\.\//, "").normalize("NFC").toLowerCase();
}
