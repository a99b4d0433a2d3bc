import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import {
  dateString,
  dict,
  isArray,
  isString,
  nameValue,
  type PdfDict,
  type PdfObject,
  textString,
} from "../../pdf/objects.ts";
import { addNames } from "../../pdf/trees.ts";
import type { PdfUpdate } from "../../pdf/update.ts";

/** A file inside the PDF, with how it relates to the document (ISO 32000-2, 14.13). */
export type EmbeddedFile = Readonly<{
  name: string;
  /** A media type. */
  type: string;
  description: string;
  relationship: "Data" | "Source";
  bytes: Uint8Array;
}>;

/**
 * Embed files (ISO 32000-2, 7.11.4 and 14.13); returns the catalog's new entries. One of a name that is there already
 * takes its place.
 */
export function attach(
  update: PdfUpdate,
  files: readonly EmbeddedFile[],
  catalog: PdfDict,
  made: string,
): Map<string, PdfObject> {
  const specs = files.map((file) => [file.name, update.add(specOf(update, file, made))] as const);
  const names = update.source.dict(catalog.get("Names"));
  const embedded = update.source.dict(names.get("EmbeddedFiles"));
  const associated = update.source.resolve(catalog.get("AF"));
  const replaced = new Set(files.map((file) => keyOf(textString(file.name))));
  const others = (isArray(associated) ? associated : []).filter((spec) => {
    const entries = update.source.dict(spec);
    return !replaced.has(keyOf(update.source.resolve(entries.get("UF") ?? entries.get("F"))));
  });
  return new Map<string, PdfObject>([
    ["Names", new Map<string, PdfObject>([...names, ["EmbeddedFiles", addNames(update, embedded, specs)]])],
    ["AF", [...others, ...specs.map(([, spec]) => spec)]],
  ]);
}

/** A string's bytes as a key; null for what is no string. */
function keyOf(value: PdfObject): string | null {
  return isString(value) ? Buffer.from(value.bytes).toString("latin1") : null;
}

function specOf(update: PdfUpdate, file: EmbeddedFile, made: string): PdfDict {
  const stream = update.add({
    kind: "stream",
    dict: dict({
      Type: nameValue("EmbeddedFile"),
      Subtype: nameValue(file.type),
      Filter: nameValue("FlateDecode"),
      Params: dict({
        Size: file.bytes.length,
        ModDate: dateString(made),
        CheckSum: { kind: "string", bytes: createHash("md5").update(file.bytes).digest() },
      }),
    }),
    bytes: deflateSync(file.bytes),
  });
  return dict({
    Type: nameValue("Filespec"),
    F: textString(file.name),
    UF: textString(file.name),
    Desc: textString(file.description),
    AFRelationship: nameValue(file.relationship),
    EF: dict({ F: stream, UF: stream }),
  });
}
