import fc from "fast-check";
import { expect, test } from "vitest";
import { foundAs, type PaletteCandidate, rankOffers, scopeOf } from "./palette-offers.ts";

const candidate = (
  id: string,
  label: string,
  kind: PaletteCandidate["kind"] = "command",
  ...aliases: string[]
): PaletteCandidate => ({
  id,
  kind,
  label,
  aliases,
});

const all = [
  candidate("codebook", "Codebook", "command", "merge issues", "new issue"),
  candidate("code", "Code selected text…"),
  candidate("theme", "Next theme", "command", "dark mode", "light"),
  candidate("zoom-in", "Zoom in"),
  candidate("zoom-out", "Zoom out"),
  candidate("export", "Export paper…", "command", "print"),
  candidate("next", "Next sentence"),
  candidate("sails", "Who Pays, Who Sails", "paper"),
  candidate("fares", "Fares › Who pays", "issue"),
  candidate("council", "Islands Council", "actor"),
  candidate("etude", "Étude du port", "paper"),
];

const found = (typed: string, recent: readonly string[] = []): string[] =>
  rankOffers(all, typed, recent, 60).map(({ id }) => id);

test.each<[string, string[]]>([
  ["code", ["code", "codebook"]],
  ["dark", ["theme"]],
  ["print", ["export"]],
  ["merge", ["codebook"]],
  ["new issue", ["codebook"]],
  ["zoom", ["zoom-in", "zoom-out"]],
  ["cst", ["code"]],
  ["text code", ["code"]],
  ["etude", ["etude"]],
  ["council", ["council"]],
  ["@", ["council"]],
  ["@isl", ["council"]],
  ["#who", ["fares"]],
  ["> next", ["theme", "next"]],
  ["nothing like it", []],
])("%j finds %j", (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});

test("what was used last comes first while nothing is typed, and among equals", () => {
  expect(found("", ["zoom-out", "export"]).slice(0, 3)).toEqual(["zoom-out", "export", "codebook"]);
  expect(found("zoom", ["zoom-out"])).toEqual(["zoom-out", "zoom-in"]);
  expect(found("code", ["codebook"])).toEqual(["code", "codebook"]);
  expect(found(">", ["zoom-out"])[0]).toBe("zoom-out");
});

test("a sign of a scope is a sign only at the beginning", () => {
  expect(scopeOf("  @ana")).toEqual({ kind: "actor", words: "ana" });
  expect(scopeOf("a@b")).toEqual({ kind: null, words: "a@b" });
  expect(scopeOf("")).toEqual({ kind: null, words: "" });
});

test("every label is found by itself, first among all", () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.boolean(), ({ id, label }, loud) => {
      expect(found(loud ? label.toUpperCase() : label)[0]).toBe(id);
    }),
  );
});

test("what is found by another word says by which", () => {
  const codebook = candidate("codebook", "Codebook", "command", "new issue", "merge issues");
  expect(["merge", "> new issue", "issue"].map((typed) => foundAs(codebook, typed))).toEqual([
    "merge issues",
    "new issue",
    "new issue",
  ]);
  expect(["code", "", "port"].map((typed) => foundAs(codebook, typed))).toEqual([null, null, null]);
});
