import { expect, test } from "vitest";
import { z } from "zod";
import { sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { allRecords, byPaper, ofPaper, onShelves, unreadRecords } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { filledIn } from "./paper-snapshot.cases.ts";
import { OfPaper, openPaper, printPaper, recordForm } from "./paper-snapshot.ts";

const library = sampleLibrary();
const [paper = "" as PaperId] = Object.keys(library.papers) as PaperId[];
const head = { through: 7, paper, library: library.id, history: library.id, sha256: "0".repeat(64) };
const stamp = "1".repeat(64);
const print = (of: Library, more: object = {}): Buffer =>
  Buffer.from([...printPaper({ ...head, ...more }, of, paper)].join(""));
const read = (body: Buffer) => {
  const found = openPaper(body, stamp, "a file");
  if (found === null) throw new Error("it was not read");
  const { annotations, positions } = found;
  return {
    head: found.head,
    annotations: annotations && ofPaper(onShelves([[paper, annotations]]), paper),
    positions: positions && ofPaper(onShelves([[paper, positions]]), paper),
    more: found.more(),
  };
};

test("what is written of a paper is read again", () => {
  expect(allRecords(library.positions).length).toBeGreaterThan(0);
  const whole = {
    head,
    annotations: ofPaper(library.annotations, paper),
    positions: ofPaper(library.positions, paper),
    more: undefined,
  };
  expect(read(print(library))).toEqual(whole);
  expect(read(print({ ...library, positions: {} }))).toEqual({ ...whole, positions: null });
  expect(read(print({ ...library, annotations: {}, positions: {} }))).toEqual({
    ...whole,
    annotations: null,
    positions: null,
  });
});

test("records are read when they are first asked for, and once", () => {
  const body = print(library);
  const found = openPaper(body, stamp, "a file");
  body.fill("x", body.indexOf('"annotations"') + 20, body.length - 40);
  expect(found?.head).toEqual(head);
  expect(() => found?.annotations?.count).toThrow(expect.objectContaining({ code: "damaged" }));
  const whole = openPaper(print(library), stamp, "a file");
  const { annotations } = whole ?? {};
  expect(annotations?.parts).toBe(annotations?.parts);
  expect({ ...annotations }).toEqual(
    Object.values(byPaper([[paper, ofPaper(library.annotations, paper)]]))[0]?.[paper],
  );
});

test.each<[string, (text: string) => string]>([
  ["before the records", (text) => text.replace('"paper":', '"later":{"annotations":{"a":1}},"paper":')],
  ["after them", (text) => text.replace(/\}$/, ',"later":{"annotations":{"a":1}}}')],
  ["after them, ending as they do", (text) => text.replace(/\}$/, ',"later":{"annotations":{"a":{}}}}')],
])("fields of a later build are kept, %s", (_where, change) => {
  const { more, positions, head: found } = read(Buffer.from(change(print(library).toString())));
  expect(Object.keys(more ?? {})).toEqual(["later"]);
  expect(positions).toEqual(ofPaper(library.positions, paper));
  expect(found.through).toBe(7);
});

test("a file whose records have another form is damaged, whenever that is found", () => {
  const wrong = print(library).toString().replace('"certainty":', '"certaintly":');
  expect(() => read(Buffer.from(wrong))).toThrow(expect.objectContaining({ code: "damaged" }));
  expect(openPaper(Buffer.from(`{"through":1,"annotations":[],"positions":{}}`), stamp, "a file")).toBeNull();
});

test("a file of the present form is at hand as it is until it is read; of another form, never", () => {
  const tablesIn = (form: number | undefined) => {
    const found = openPaper(print(library, { form }), stamp, "a file");
    return [found?.annotations, found?.positions].filter((table) => table != null);
  };
  const tables = tablesIn(recordForm);
  expect(JSON.parse(Buffer.from(unreadRecords(tables)?.json() ?? []).toString())).toMatchObject({
    annotations: ofPaper(library.annotations, paper),
    positions: ofPaper(library.positions, paper),
  });
  // One table of two is less than the file has.
  expect(unreadRecords(tables.slice(0, 1))).toBeNull();
  expect(tables[0]?.count).toBeGreaterThan(0);
  expect(unreadRecords(tables)).toBeNull();
  for (const form of [undefined, recordForm - 1, recordForm + 1]) expect(unreadRecords(tablesIn(form))).toBeNull();
});

test("fields that reading fills in belong to the form: with another one, `recordForm` is another number", () => {
  const fields = filledIn(z.toJSONSchema(OfPaper, { io: "input", unrepresentable: "any" }), "");
  expect([recordForm, fields.map((path) => path.split("/").at(-1))]).toEqual([1, ["tool", "foreignId"]]);
});
