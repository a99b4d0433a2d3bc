import { expect, test } from "vitest";
import { type CommandEntry, commands } from "./commands.ts";

test("no two commands have the same key or the same name", () => {
  const keys = commands.flatMap(({ key }: CommandEntry) => key ?? []);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  const names = commands.flatMap(({ id, label }) => [id, label]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("digits and the keys of stances are free, because they code the selected words", () => {
  const keys = commands.map(({ key }: CommandEntry) => key);
  for (const key of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "-", "0", "~", "?"])
    expect(keys).not.toContain(key);
});
