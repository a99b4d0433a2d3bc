import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { readShellState, withPlace, withRecent, writeShellState } from "./shell-state.ts";

const usual = { places: {}, recent: [], theme: "system", background: null, language: null, withoutAcceleration: null };
const place = { bounds: { x: 1, y: 2, width: 800, height: 600 }, maximized: false, fullScreen: false };

test("what was written is read again", async () => {
  const file = path.join(await temporaryFolder(), "a", "window.json");
  expect(readShellState(file)).toEqual(usual);
  const state = { ...usual, places: { x: place }, recent: ["/a"], theme: "dark", background: "#112233" } as const;
  await writeShellState(file, { ...state, recent: [...state.recent] });
  expect(readShellState(file)).toEqual(state);
});

test("a folder that cannot be written is no error", async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "file"), "");
  await writeShellState(path.join(folder, "file", "window.json"), readShellState("/nowhere"));
  expect(await readFile(path.join(folder, "file"), "utf8")).toBe("");
});

test.each([
  ["not JSON", {}],
  ["null", {}],
  ['{"theme":"pink","background":"red","recent":"all","withoutAcceleration":0,"language":"fr"}', {}],
  ['{"places":{"x":{"bounds":{"x":0.5}}},"recent":["/a"]}', { recent: ["/a"] }],
  ['{"language":"ur","unknown":1}', { language: "ur" }],
])("of %s only the parts that are right count", async (text, parts) => {
  const file = path.join(await temporaryFolder(), "window.json");
  await writeFile(file, text);
  expect(readShellState(file)).toEqual({ ...usual, ...parts });
});

test("the last opened library is first, none is listed twice, ten at most", () => {
  expect(withRecent(["/a", "/b"], "/b")).toEqual(["/b", "/a"]);
  const many = Array.from({ length: 15 }, (_, index) => `/${index}`);
  expect(many.reduce<string[]>(withRecent, [])).toEqual(many.slice(5).reverse());
});

test("places of twenty arrangements of displays are remembered, the last used ones", () => {
  const many = Array.from({ length: 25 }, (_, index) => `d${index}`);
  const places = many.reduce((all, name) => withPlace(all, name, place), {});
  expect(Object.keys(places)).toEqual(many.slice(5));
  expect(Object.keys(withPlace(places, "d10", place)).at(-1)).toBe("d10");
});
