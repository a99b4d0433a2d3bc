import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type PaperFormat, paperFormatLabels, paperFormats } from "../../../shared/model/paper-format.ts";
import { importers } from "./formats.ts";
import type { ImportedEnd, Out } from "./imported.ts";
import { type Source, sniffed } from "./sniffed-source.ts";

/**
 * Read a file as what it is, whatever its name says: PDF, HTML and other known formats by their bytes, Markdown by its
 * marks, else plain text. A name that says something else is a warning.
 */
export async function importSource(source: Source, out: Out): Promise<ImportedEnd> {
  if (source.bytes.length === 0) throw new WorkbenchError("invalid", message("import.empty", { name: source.name }));
  const file = sniffed(source);
  const named = namedFormat(source.name);
  try {
    for (const { sniff, read } of importers)
      if (await sniff(file)) return withNameChecked(await read(file, out), source.name, named);
  } catch (error) {
    const isBinary = error instanceof WorkbenchError && error.reason.key === "import.binary";
    throw isBinary && named !== "text" && named !== "markdown" ? unknown(source.name, named) : error;
  }
  throw unknown(source.name, named);
}

/** The format that the ending of a name promises; null where it promises none. */
function namedFormat(name: string): PaperFormat | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return importers.find(({ suffixes }) => suffixes.includes(ending))?.name ?? null;
}

/** Formats whose files are named alike: text may have marks of Markdown, Markdown may be HTML from end to end. */
const alike: readonly (readonly PaperFormat[])[] = [
  ["text", "markdown"],
  ["markdown", "html"],
  ["html", "mhtml"],
  ["msg", "eml"],
];

function withNameChecked(imported: ImportedEnd, name: string, named: PaperFormat | null): ImportedEnd {
  const { format, end } = imported;
  if (named === null || named === format || alike.some((group) => group.includes(named) && group.includes(format)))
    return imported;
  const [said, found] = [paperFormats[named].label, paperFormats[format].label];
  const warning = message("import.otherFormat", { name, named: said, format: found });
  return { ...imported, end: { ...end, warnings: [warning, ...end.warnings] } };
}

function unknown(name: string, named: PaperFormat | null): WorkbenchError {
  const reason =
    named === null
      ? message("import.unknownFormat", { name, formats: paperFormatLabels })
      : message("import.notAsNamed", { name, format: paperFormats[named].label });
  return new WorkbenchError("invalid", reason);
}
