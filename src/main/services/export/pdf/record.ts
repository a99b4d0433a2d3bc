import { deflateSync } from "node:zlib";
import { dict, isArray, nameOf, type PdfDict, type PdfObject, type PdfRef, textString } from "./objects.ts";
import type { PdfUpdate } from "./update.ts";

const fileName = "stancemark.json";

/** Embed the project record as a file (ISO 32000-1, section 7.11.4); returns the catalog's new entries. An older record is replaced. */
export function embedRecord(update: PdfUpdate, json: string, root: PdfDict): Map<string, PdfObject> {
  const data = Buffer.from(json, "utf8");
  const file = update.add({
    kind: "stream",
    dict: dict({
      Type: nameOf("EmbeddedFile"),
      Subtype: nameOf("application/json"),
      Filter: nameOf("FlateDecode"),
      Params: dict({ Size: data.length }),
    }),
    bytes: deflateSync(data),
  });
  const description = textString("Claims, codebook and coders of this paper, as Stancemark keeps them");
  const spec = update.add(
    dict({
      Type: nameOf("Filespec"),
      F: textString(fileName),
      UF: textString(fileName),
      Desc: description,
      AFRelationship: nameOf("Data"),
      EF: dict({ F: file, UF: file }),
    }),
  );
  const names = update.source.dict(root.get("Names"));
  const embedded = update.source.dict(names.get("EmbeddedFiles"));
  return new Map<string, PdfObject>([
    ["Names", new Map<string, PdfObject>([...names, ["EmbeddedFiles", withFile(update, embedded, spec)]])],
    ["AF", [...items(update.source.resolve(root.get("AF"))), spec]],
  ]);
}

function withFile(update: PdfUpdate, tree: PdfDict, spec: PdfRef): PdfDict {
  const kids = items(update.source.resolve(tree.get("Kids")));
  const names = items(update.source.resolve(tree.get("Names")));
  if (kids.length > 0) {
    const limits = [textString(fileName), textString(fileName)];
    return dict({ Kids: [...kids, update.add(dict({ Limits: limits, Names: [textString(fileName), spec] }))] });
  }
  return dict({ Names: [...names, textString(fileName), spec] });
}

function items(value: PdfObject): readonly PdfObject[] {
  return isArray(value) ? value : [];
}
