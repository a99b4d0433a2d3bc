import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { isArray, isStream, nameValue, type PdfDict, refTo } from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { reading } from "../../pdfium/page.cases.ts";
import { attach, type EmbeddedFile } from "./attach.ts";
import { handMade } from "./pdf.cases.ts";

const made = "2026-05-01T06:07:08.000Z";
const file = (name: string, words: string): EmbeddedFile => ({
  name,
  type: "application/json",
  description: `About ${name}`,
  relationship: "Data",
  bytes: Buffer.from(words),
});

/** A file of one page whose catalog has these entries, with files embedded. */
function withFiles(files: readonly EmbeddedFile[], catalog = "", objects: readonly string[] = []): Uint8Array {
  const update = new PdfUpdate(
    new PdfSource(
      handMade([
        `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>",
        "<</Type/Page/Parent 2 0 R>>",
        ...objects,
      ]),
    ),
  );
  return attached(update, files);
}

function attached(update: PdfUpdate, files: readonly EmbeddedFile[]): Uint8Array {
  const { ref, dict } = update.source.catalog();
  update.set(ref, new Map([...dict, ...attach(update, files, dict, made)]));
  return update.finish();
}

const filesIn = async (bytes: Uint8Array): Promise<[string, string][]> => {
  const found = await reading(bytes, (reader) => reader.attachments(() => true));
  return found.map(({ name, bytes: own }) => [name, Buffer.from(own).toString()]);
};
const associated = (bytes: Uint8Array): PdfDict[] => {
  const source = new PdfSource(bytes);
  const all = source.resolve(source.catalog().dict.get("AF"));
  return isArray(all) ? all.map((value) => source.dict(value)) : [];
};

test("files are embedded with their bytes, in the order of their names", async () => {
  const bytes = withFiles([file("b.json", "{}"), file("a.json", "[1]")]);
  expect(await filesIn(bytes)).toEqual([
    ["a.json", "[1]"],
    ["b.json", "{}"],
  ]);
});

// ISO 32000-2, tables 43 to 45: what a file says about itself.
test("each file says its type, size, day, check sum, description and relation to the document", () => {
  const source = new PdfSource(withFiles([file("a.json", "[1, 2]")]));
  const [spec = new Map()] = associated(source.bytes);
  expect(spec.get("AFRelationship")).toEqual(nameValue("Data"));
  expect(Buffer.from(spec.get("Desc").bytes).toString()).toBe("About a.json");
  const stream = source.resolve(source.dict(spec.get("EF")).get("F"));
  if (!isStream(stream)) throw new Error("the file has no stream");
  expect(stream.dict.get("Type")).toEqual(nameValue("EmbeddedFile"));
  expect(stream.dict.get("Subtype")).toEqual(nameValue("application/json"));
  const facts = source.dict(stream.dict.get("Params"));
  expect(facts.get("Size")).toBe(6);
  expect(facts.get("ModDate")).toMatchObject({ bytes: new Uint8Array(Buffer.from("D:20260501060708Z")) });
  const sum = createHash("md5").update("[1, 2]").digest("hex");
  expect(facts.get("CheckSum")).toMatchObject({ bytes: new Uint8Array(Buffer.from(sum, "hex")) });
  expect(source.inflate(stream).toString()).toBe("[1, 2]");
});

test.each(["راز.json", "a (b).json", "naïve – 1.json"])("a file may be named %s", async (name) => {
  expect(await filesIn(withFiles([file(name, "x")]))).toEqual([[name, "x"]]);
});

const present = [
  "<</Type/Filespec/F(old.txt)/UF(old.txt)/EF<</F 5 0 R>>>>",
  "<</Type/EmbeddedFile/Length 3>>stream\nold\nendstream",
];
const catalog = "/Names<</EmbeddedFiles<</Names[(old.txt)4 0 R]>>/Dests<</Names[]>>>>/AF[4 0 R]";

test("files that are there stay, and so do other trees of names", async () => {
  const bytes = withFiles([file("new.json", "{}")], catalog, present);
  expect(await filesIn(bytes)).toEqual([
    ["new.json", "{}"],
    ["old.txt", "old"],
  ]);
  expect([...new PdfSource(bytes).dict(new PdfSource(bytes).catalog().dict.get("Names")).keys()]).toEqual([
    "EmbeddedFiles",
    "Dests",
  ]);
  expect(associated(bytes)).toHaveLength(2);
});

test("a file of a name that is there takes its place, among the associated files too", async () => {
  const once = withFiles([file("old.txt", "new")], catalog, present);
  expect(await filesIn(once)).toEqual([["old.txt", "new"]]);
  expect(associated(once)).toHaveLength(1);
  let bytes = withFiles([file("a.json", "0"), file("راز.json", "0")]);
  for (const round of [1, 2, 3])
    bytes = attached(new PdfUpdate(new PdfSource(bytes)), [file("a.json", `${round}`), file("راز.json", "x")]);
  expect(await filesIn(bytes)).toEqual([
    ["a.json", "3"],
    ["راز.json", "x"],
  ]);
  expect(associated(bytes)).toHaveLength(2);
});

test.each([
  ["/AF 4 0 R", ["[5 0 R]", "<</F(x)>>"], 2],
  ["/AF[5 0 R 99 0 R]", ["null", "<</Desc(no name)>>"], 3],
  ["/AF/None", [], 1],
])("with %s of the catalog", (entries, objects, count) => {
  const bytes = withFiles([file("a.json", "{}")], entries, objects);
  expect(associated(bytes)).toHaveLength(count);
  expect(new PdfSource(bytes).dict(refTo(1)).get("Type")).toEqual(nameValue("Catalog"));
});
