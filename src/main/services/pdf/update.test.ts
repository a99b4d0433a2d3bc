import fc from "fast-check";
import { expect, test } from "vitest";
import { handMade, tool } from "../export/pdf/pdf.cases.ts";
import { fileId, locks } from "./crypt.cases.ts";
import {
  dict,
  isArray,
  isStream,
  isString,
  nameValue,
  type PdfDict,
  type PdfObject,
  refTo,
  textString,
} from "./objects.ts";
import { PdfSource } from "./source.ts";
import { PdfUpdate } from "./update.ts";

const page = [
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>",
  "<</Type/Page/Parent 2 0 R>>",
];
const table = handMade(page, "/Info 3 0 R/Other 1");

/** The same file with a cross-reference stream, which one update with a stream for a source makes of it. */
function withStream(): Buffer {
  const text = table.toString("latin1");
  const offsets = [1, 2, 3].map((number) => text.indexOf(`${number} 0 obj`));
  const start = text.indexOf("xref\n");
  const lines = [0, ...offsets, start].map((offset, index) => [index === 0 ? 0 : 1, offset >> 8, offset & 255]);
  const data = Buffer.from(lines.flat()).toString("latin1");
  const entries = `/Type/XRef/W[1 2 0]/Size 5/Root 1 0 R/Info 3 0 R/Length ${data.length}`;
  const self = `4 0 obj\n<<${entries}>>stream\n${data}\nendstream\nendobj\n`;
  return Buffer.from(`${text.slice(0, start)}${self}startxref\n${start}\n%%EOF\n`, "latin1");
}

/** The page as its owner's password encrypts it: no strings, so that only the trailer differs. */
function locked(index: number): { file: Buffer; password: string } {
  const lock = locks[index];
  if (lock === undefined) throw new Error("there is no such lock");
  const id = `<${fileId.toString("hex")}>`;
  const file = handMade([...page, `<</Filter/Standard${lock.entries}>>`], `/ID[${id}${id}]/Encrypt 4 0 R`);
  return { file, password: lock.user };
}

const sources: [string, Buffer][] = [
  ["a table", table],
  ["a stream", withStream()],
  ["a table after other bytes", Buffer.concat([Buffer.from("HTTP/1.1 200 OK\n\n"), table])],
  ["no line end after its last line", table.subarray(0, table.length)],
  ["a line end of its own", Buffer.concat([table, Buffer.from("\r")])],
];
const bytesOf = (value: PdfObject | undefined): Buffer =>
  isStream(value) ? Buffer.from(value.bytes) : Buffer.alloc(0);
const wordsOf = (value: PdfObject | undefined): string =>
  isString(value) ? Buffer.from(value.bytes).toString("latin1") : "";

test.each(sources)("%s: the update comes after the source's own bytes and is found", async (_, file) => {
  const update = new PdfUpdate(new PdfSource(file));
  const added = update.add(textString("new"));
  update.set(refTo(3), dict({ Type: nameValue("Page"), Parent: refTo(2), Added: added }));
  const bytes = Buffer.from(update.finish());
  expect(bytes.subarray(0, file.length).equals(file)).toBe(true);
  const made = new PdfSource(bytes);
  expect(made.usesStream).toBe(new PdfSource(file).usesStream);
  expect(wordsOf(made.resolve(made.dict(refTo(3)).get("Added")))).toBe("new");
  expect(made.dict(refTo(2)).get("Count")).toBe(1);
  expect(made.catalog().ref).toEqual(refTo(1));
  expect([null, "0"]).toContain(await tool("qpdf", (name) => ["--check", name], bytes));
});

test.each(sources)("%s: an update without objects changes nothing", (_, file) => {
  const made = new PdfSource(new PdfUpdate(new PdfSource(file)).finish());
  const before = new PdfSource(file);
  for (let number = 1; number <= 3; number++) expect(made.object(number)).toEqual(before.object(number));
  expect(made.size).toBeLessThanOrEqual(before.size + 1);
});

test.each(sources)("%s: updates of updates keep the newest object of each number", (_, file) => {
  let bytes: Uint8Array = file;
  const refs = [0, 1, 2, 3].map((round) => {
    const update = new PdfUpdate(new PdfSource(bytes));
    update.set(refTo(2), dict({ ...Object.fromEntries(update.source.dict(refTo(2))), [`R${round}`]: round }));
    const ref = update.add(round);
    bytes = update.finish();
    return ref;
  });
  const made = new PdfSource(bytes);
  expect(new Set(refs.map(({ number }) => number)).size).toBe(4);
  expect(refs.map((ref) => made.resolve(ref))).toEqual([0, 1, 2, 3]);
  expect([...made.dict(refTo(2)).keys()].slice(-4)).toEqual(["R0", "R1", "R2", "R3"]);
});

test.each([
  ["%%EOF", "\n4 0 obj"],
  ["%%EOF\n", "4 0 obj"],
  ["%%EOF\r", "4 0 obj"],
  ["%%EOF\r\n", "4 0 obj"],
  ["%%EOF ", "\n4 0 obj"],
])("after a file that ends in %j the update begins with %j", (end, begins) => {
  const file = Buffer.from(table.toString("latin1").replace(/%%EOF$/, end), "latin1");
  const update = new PdfUpdate(new PdfSource(file));
  update.add(4);
  const added = Buffer.from(update.finish()).subarray(file.length).toString("latin1");
  expect(added.slice(0, begins.length)).toBe(begins);
});

test("what was set is read before what the source has, and numbers begin after the source's last", () => {
  const update = new PdfUpdate(new PdfSource(table));
  expect(update.get(refTo(9))).toBeNull();
  expect(update.get(refTo(2))).toEqual(update.source.object(2));
  const [first, second] = [update.reserve(), update.add(17)];
  expect([first, second]).toEqual([refTo(4), refTo(5)]);
  expect(update.get(first)).toBeNull();
  update.set(first, true);
  expect([update.get(first), update.get(second)]).toEqual([true, 17]);
  update.set(refTo(2), 1);
  update.set(refTo(2), 2);
  expect(update.get(refTo(2))).toBe(2);
  expect(new PdfSource(update.finish()).object(2)).toBe(2);
});

test("an object of a later generation keeps it", () => {
  const update = new PdfUpdate(new PdfSource(table));
  update.set(refTo(3, 7), textString("again"));
  const text = Buffer.from(update.finish()).toString("latin1");
  expect(text.slice(table.length)).toContain("3 7 obj\n(again)\nendobj");
  expect(text.slice(table.length)).toMatch(/xref\n3 1\n\d{10} 00007 n \n/);
});

test("a table has one part for each run of numbers, in order, and lines of 20 bytes", () => {
  const update = new PdfUpdate(new PdfSource(table));
  update.add(4);
  update.set(refTo(2), 2);
  update.reserve();
  update.add(6);
  update.set(refTo(1), 1);
  const text = Buffer.from(update.finish()).toString("latin1").slice(table.length);
  const [, rows = ""] = /xref\n([\s\S]*?)trailer/.exec(text) ?? [];
  expect(rows.match(/^\d+ \d+$/gm)).toEqual(["1 2", "4 1", "6 1"]);
  for (const row of rows.match(/^\d{10}.*\n/gm) ?? []) expect(row).toHaveLength(20);
  for (const [number, value] of [
    [1, 1],
    [2, 2],
    [4, 4],
    [6, 6],
  ] as const)
    expect(new PdfSource(update.finish()).object(number)).toBe(value);
});

test("the trailer names root, information and encryption, the section before it, and its own size", () => {
  const source = new PdfSource(table);
  const made = new PdfSource(new PdfUpdate(source).finish());
  expect([...made.trailer.keys()].sort()).toEqual(["ID", "Info", "Prev", "Root", "Size"]);
  expect([made.trailer.get("Prev"), made.trailer.get("Info")]).toEqual([source.startxref, refTo(3)]);
});

const idOf = (trailer: PdfDict): string[] => {
  const id = trailer.get("ID");
  return isArray(id) ? id.map((part) => Buffer.from(wordsOf(part), "latin1").toString("hex")) : [];
};

test("the first part of an identifier stays, the second is new; one is made where there is none", () => {
  const named = handMade(page, "/ID[<0a0b><0a0b>]");
  const [kept, changed] = idOf(new PdfSource(new PdfUpdate(new PdfSource(named)).finish()).trailer);
  expect(kept).toBe("0a0b");
  expect(changed).toMatch(/^[0-9a-f]{32}$/);
  const [made, again] = idOf(new PdfSource(new PdfUpdate(new PdfSource(table)).finish()).trailer);
  expect(made).toMatch(/^[0-9a-f]{32}$/);
  expect(again).toBe(made);
});

test("an encrypted file without an identifier gets none, as its key is made without one", () => {
  const { entries } = locks[5] ?? { entries: "" };
  const file = handMade([...page, `<</Filter/Standard${entries}>>`], "/Encrypt 4 0 R");
  const made = new PdfSource(new PdfUpdate(new PdfSource(file, "reader")).finish(), "reader");
  expect([made.trailer.has("ID"), made.trailer.get("Encrypt")]).toEqual([false, refTo(4)]);
});

test.each(locks.map(({ name }, index) => [name, index] as const))(
  "%s: strings and streams that are added are enciphered, each once",
  (_, index) => {
    const { file, password } = locked(index);
    const update = new PdfUpdate(new PdfSource(file, password));
    const bytes = Buffer.from("a stream's secret");
    const refs = [
      update.add(textString("a secret")),
      update.add([dict({ A: textString("a secret") })]),
      update.add({ kind: "stream", dict: dict({ B: textString("a secret") }), bytes }),
    ];
    const out = Buffer.from(update.finish());
    expect(out.subarray(file.length).toString("latin1")).not.toContain("secret");
    const made = new PdfSource(out, password);
    const [text, list, stream] = refs.map((ref) => made.resolve(ref));
    expect(wordsOf(text)).toBe("a secret");
    expect(wordsOf(isArray(list) ? made.dict(list[0]).get("A") : null)).toBe("a secret");
    expect(wordsOf(made.dict(stream).get("B"))).toBe("a secret");
    expect(wordsOf({ ...textString(""), bytes: bytesOf(stream) })).toBe("a stream's secret");
  },
);

test.each([1, 199, 200, 201, 401])("%d objects added to a file with streams are all found", (count) => {
  const update = new PdfUpdate(new PdfSource(withStream()));
  const refs = Array.from({ length: count }, (_, index) => update.add([index, textString(`(${index})`)]));
  const bytes = update.finish();
  const made = new PdfSource(bytes);
  for (const [index, ref] of refs.entries()) {
    const found = made.resolve(ref);
    expect(isArray(found) && [found[0], wordsOf(found[1])]).toEqual([index, `(${index})`]);
  }
  const containers =
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/ObjStm/g) ?? [];
  expect(containers).toHaveLength(Math.ceil(count / 200));
});

test("in a file with streams, streams and objects of the source are written loose", () => {
  const update = new PdfUpdate(new PdfSource(withStream()));
  update.set(refTo(2), textString("replaced"));
  update.add({ kind: "stream", dict: dict({}), bytes: Buffer.from("data") });
  update.add(textString("packed"));
  const text = Buffer.from(update.finish()).toString("latin1");
  expect(text).toContain("2 0 obj\n(replaced)");
  expect(text).toContain("stream\ndata\nendstream");
  expect(text).not.toContain("(packed)");
});

test("whatever is added in whatever order is found, and the source is untouched", () => {
  const step = fc.oneof(
    fc.record({ set: fc.integer({ min: 1, max: 3 }), value: fc.integer() }),
    fc.record({ add: fc.integer(), stream: fc.boolean() }),
    fc.constant("reserve" as const),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 12 }), (stream, steps) => {
      const file = stream ? withStream() : table;
      const update = new PdfUpdate(new PdfSource(file));
      const wanted = new Map<number, PdfObject | string>();
      for (const step of steps)
        if (step === "reserve") wanted.set(update.reserve().number, null);
        else if ("set" in step) {
          update.set(refTo(step.set), step.value);
          wanted.set(step.set, step.value);
        } else {
          const bytes = Buffer.from(String(step.add));
          const value: PdfObject = step.stream ? { kind: "stream", dict: dict({}), bytes } : step.add;
          wanted.set(update.add(value).number, step.stream ? String(step.add) : step.add);
        }
      const bytes = Buffer.from(update.finish());
      expect(bytes.subarray(0, file.length).equals(file)).toBe(true);
      const made = new PdfSource(bytes);
      for (const [number, value] of wanted) {
        const found = made.object(number);
        expect(isStream(found) ? bytesOf(found).toString() : found).toEqual(value);
      }
    }),
  );
});
