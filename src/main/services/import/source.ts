import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { paperFormatLabels } from "../../../shared/model/paper-format.ts";
import { importers } from "./formats.ts";
import type { ImportedEnd, Out } from "./imported.ts";
import { type Source, sniffed } from "./sniffed-source.ts";

/**
 * Read a file as what it is, whatever its name says: PDF, HTML and other known formats by their bytes, Markdown by its
 * marks, else plain text.
 */
export async function importSource(source: Source, out: Out): Promise<ImportedEnd> {
  if (source.bytes.length === 0) throw new WorkbenchError("invalid", message("import.empty", { name: source.name }));
  const file = sniffed(source);
  for (const { sniff, read } of importers) if (await sniff(file)) return read(file, out);
  throw new WorkbenchError(
    "invalid",
    message("import.unknownFormat", { name: source.name, formats: paperFormatLabels }),
  );
}
