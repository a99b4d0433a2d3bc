import { expect, test } from "vitest";
import {
  type CommandEntry,
  type ContextTarget,
  commandOf,
  commands,
  contextCommands,
  contextMenus,
  factNames,
  isAvailable,
  needsOf,
  type When,
  type WindowFacts,
} from "./commands.ts";

test("no two commands have the same key or the same name", () => {
  const keys = commands.flatMap(({ key }: CommandEntry) => key ?? []);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  const names = commands.flatMap(({ id, label }) => [id, label]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("digits and the keys of stances are free, because they code the selected words", () => {
  const keys = commands.map(({ key }: CommandEntry) => key);
  for (const key of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "-", "0", "~", "?"])
    expect(keys).not.toContain(key);
});

test.each<[When, readonly string[], boolean]>([
  ["always", [], true],
  ["paper", [], false],
  ["paper", ["paper"], true],
  [["paper", "writable"], ["paper"], false],
  [["paper", "writable"], ["paper", "writable"], true],
  [["paper", "writable"], ["writable", "reader"], false],
])("a command that needs %s, where %s holds: %s", (when, holding, available) => {
  const facts = Object.fromEntries(factNames.map((name) => [name, holding.includes(name)])) as WindowFacts;
  expect(isAvailable(when, facts)).toBe(available);
});

test("every fact is needed by a command", () => {
  const needed = new Set(commands.flatMap(({ when }: CommandEntry) => needsOf(when)));
  expect(factNames.filter((name) => !needed.has(name))).toEqual([]);
});

const holding = (...names: readonly string[]): WindowFacts =>
  Object.fromEntries(factNames.map((name) => [name, names.includes(name)])) as WindowFacts;
const targets = Object.keys(contextMenus) as ContextTarget[];

test.each(targets)("the menu of %s has no command twice, and every one of them when all holds", (target) => {
  const all = contextMenus[target].flat();
  expect(new Set(all).size).toBe(all.length);
  expect(contextCommands(target, holding(...factNames)).flat()).toEqual(all);
});

test.each(targets)("in a library for reading the menu of %s changes nothing", (target) => {
  const facts = holding(...factNames.filter((name) => name !== "writable"));
  for (const id of contextCommands(target, facts).flat()) expect(needsOf(commandOf(id).when)).not.toContain("writable");
});

test("groups of which nothing can be run are left out", () => {
  expect(contextCommands("claim", holding("selected", "claim"))).toEqual([
    ["focus-inspector"],
    ["copy-claim", "copy-link"],
    ["follow-link"],
  ]);
  expect(contextCommands("mark", holding())).toEqual([["filter"]]);
});
