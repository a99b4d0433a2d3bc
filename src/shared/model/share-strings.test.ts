import fc from "fast-check";
import { expect, test } from "vitest";
import { shareStrings } from "./share-strings.ts";

/** A string of its own, as JSON makes each. */
const own = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

test("records keep what they say, whatever it is", () => {
  const value = fc.oneof(fc.string({ maxLength: 60 }), fc.integer(), fc.constant(null), fc.array(fc.string()));
  const table = fc.dictionary(fc.string(), fc.dictionary(fc.string(), value));
  fc.assert(
    fc.property(fc.array(table, { maxLength: 3 }), (tables) => {
      const before = structuredClone(tables);
      shareStrings(tables);
      expect(tables).toEqual(before);
    }),
  );
});

test("nothing is written to a record whose strings occur nowhere else, nor are long words looked up", () => {
  const written: string[] = [];
  const watched = (record: object): object =>
    new Proxy(record, { set: (_target, name) => written.push(String(name)) > 0 });
  const [id, words] = ["01a20bdb-fdaf-74c4-9f40-ae3eca29e811", "w".repeat(41)];
  shareStrings([
    { [id]: watched({ id: own(id), note: words, coder: own("c"), count: 1 }) },
    { other: watched({ annotation: own(id), note: own(words), coder: own("c"), count: 1 }) },
  ]);
  expect(written).toEqual(["id", "annotation", "coder"]);
});
