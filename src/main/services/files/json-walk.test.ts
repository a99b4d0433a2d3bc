import fc from "fast-check";
import { expect, test } from "vitest";
import { valueAt, walkJson } from "./json-walk.ts";

test("whatever is written as JSON is read back piece by piece", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), async (value) => {
      const bytes = Buffer.from(`x${JSON.stringify(value)}y`);
      const found: [string, unknown][] = [];
      const end = await walkJson(bytes, 1, async (key, from) => {
        const [part, after] = valueAt(bytes, from);
        found.push([key, part]);
        return after;
      });
      expect(bytes.toString("utf8", end)).toBe("y");
      expect(found).toEqual(Object.entries(JSON.parse(JSON.stringify(value)) as object));
    }),
  );
});

test.each(["", "1", "[1 ,2]", "{a:1}", '{"a"1}', '{"a":}', '["a', '{"a":[1}', "[1", '["a\\"]', "[,]"])(
  "%j is refused, and nothing hangs",
  async (text) => {
    const bytes = Buffer.from(text);
    const walk = walkJson(bytes, 0, async (_key, from) => valueAt(bytes, from)[1]);
    await expect(walk).rejects.toThrow(SyntaxError);
  },
);

test.each<[string, number, unknown, number]>([
  ['"a\\"b",', 0, 'a"b', 6],
  ['["\\\\",1]', 1, "\\", 5],
  ["[-1.5e+3,2]", 1, -1500, 8],
  ["[true]", 1, true, 5],
  ["[null,", 1, null, 5],
  ["12", 0, 12, 2],
  ['[{"}":"]"},1]', 1, { "}": "]" }, 10],
  ['[[[]],"x"]', 1, [[]], 5],
  ['x"\u06a9\u06cc"y', 1, "\u06a9\u06cc", 7],
])("in %j the value at byte %i is found, and the byte after it", (text, from, value, end) => {
  expect(valueAt(Buffer.from(text), from)).toEqual([value, end]);
});

test.each(["", "[}", '"a', '{"a":"}', "]", "tru", "1-", ",", "nul1"])("at %j no value begins", (text) => {
  expect(() => valueAt(Buffer.from(text), 0)).toThrow(SyntaxError);
});

test("an object in an object is walked where it begins, and the walk goes on after it", async () => {
  const bytes = Buffer.from('{"a":{"b":1,"c":[2]},"d":[3,{"e":4}],"f":{}}');
  const found: string[] = [];
  const walk = (path: string, from: number): Promise<number> =>
    walkJson(bytes, from, async (key, start) => {
      const here = `${path}/${key}`;
      if (bytes[start] === 123 || bytes[start] === 91) return walk(here, start);
      const [value, end] = valueAt(bytes, start);
      found.push(`${here}=${value}`);
      return end;
    });
  expect(await walk("", 0)).toBe(bytes.length);
  expect(found).toEqual(["/a/b=1", "/a/c/0=2", "/d/0=3", "/d/1/e=4"]);
});

test("values are asked for one after the other, and a failure ends the walk", async () => {
  const bytes = Buffer.from("[1,2,3]");
  const asked: string[] = [];
  const walk = walkJson(bytes, 0, async (key, from) => {
    asked.push(key);
    if (key === "1") throw new RangeError("stop");
    return valueAt(bytes, from)[1];
  });
  await expect(walk).rejects.toThrow(RangeError);
  expect(asked).toEqual(["0", "1"]);
});

test("what is walked to its end in a damaged text is what JSON.parse reads there", async () => {
  const piece = fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "0", "-", "x");
  const shape = fc.oneof(fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue()), fc.array(fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(shape, fc.nat(), fc.nat({ max: 1 }), piece, async (value, place, removed, piece) => {
      const whole = JSON.stringify(value);
      const index = place % (whole.length + 1);
      const bytes = Buffer.from(whole.slice(0, index) + piece + whole.slice(index + removed));
      const found: [string, unknown][] = [];
      const end = await walkJson(bytes, 0, async (key, from) => {
        const [part, after] = valueAt(bytes, from);
        found.push([key, part]);
        return after;
      }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(SyntaxError);
        return null;
      });
      const text = bytes.toString("utf8", 0, end ?? 0);
      if (end !== null) expect(Object.fromEntries(found)).toEqual({ ...(JSON.parse(text) as object) });
    }),
    { numRuns: 200 },
  );
});
