import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfValue, walkJson } from "./json-walk.ts";

test("whatever is written as JSON is read back piece by piece", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), async (value) => {
      const text = `x${JSON.stringify(value)}y`;
      const found: [string, unknown][] = [];
      const end = await walkJson(text, 1, async (key, from) => {
        const after = endOfValue(text, from);
        found.push([key, JSON.parse(text.slice(from, after))]);
        return after;
      });
      expect(text.slice(end)).toBe("y");
      expect(found).toEqual(Object.entries(JSON.parse(JSON.stringify(value)) as object));
    }),
  );
});

test.each(["", "1", "[1 ,2]", "{a:1}", '{"a"1}', '{"a":}', '["a', '{"a":[1}', "[1", '["a\\"]', "[,]"])(
  "%j is refused, and nothing hangs",
  async (text) => {
    const walk = walkJson(text, 0, async (_key, from) => {
      const end = endOfValue(text, from);
      JSON.parse(text.slice(from, end));
      return end;
    });
    await expect(walk).rejects.toThrow(SyntaxError);
  },
);
