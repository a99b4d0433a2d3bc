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
