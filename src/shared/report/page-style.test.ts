import { expect, test } from "vitest";
import { palettes } from "../chart/svg.ts";
import { pageInTheme, pageStyle } from "./page-style.ts";
import { paintOf, reportLook } from "./tree.ts";

const [light = "", dark = ""] = [...pageStyle.matchAll(/:root\{([^}]*)\}/g)].map(([, rules]) => rules);
const namesIn = (rules: string): string[] => [...rules.matchAll(/--([\w-]+):/g)].map(([, name = ""]) => name).sort();

test("every colour that a rule uses is given, in the light theme and in the dark one", () => {
  const used = new Set([...pageStyle.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = ""]) => name));
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((name) => !namesIn(light).includes(name))).toEqual([]);
  expect(namesIn(dark)).toEqual(namesIn(light));
});

test.each([
  ["light", light, palettes.light],
  ["dark", dark, palettes.dark],
] as const)("the %s theme has the colours of the charts", (_, rules, palette) => {
  for (const [paint, colour] of Object.entries(palette)) expect(rules).toContain(`--${paint}:${colour}`);
});

const rule = "@media screen and (prefers-color-scheme:dark)";

test.each([
  ["dark", true, "color-scheme:dark;", "@media screen{:root{"],
  ["light", false, "color-scheme:light;", "@media not all{:root{"],
])("a page is %s as its window is, and its words stay", (_, isDark, scheme, wanted) => {
  const [head, body] = [`<title>${rule}</title>\n<style>`, `</style>\n<p>${rule} color-scheme:light dark</p>`];
  const page = pageInTheme(head + pageStyle + body, isDark);
  expect(page.startsWith(`${head}:root{${scheme}`)).toBe(true);
  expect(page).toContain(wanted);
  expect(page.endsWith(body)).toBe(true);
  expect(page.slice(head.length, -body.length)).not.toContain("prefers-color-scheme");
});

test("what is no page of ours stays as it is", () => {
  expect(pageInTheme("", true)).toBe("");
});

test("braces are balanced, and nothing is loaded", () => {
  expect(pageStyle.split("{")).toHaveLength(pageStyle.split("}").length);
  expect(pageStyle).not.toMatch(/url\(|@import|<\//);
});

test.each(["supports", "opposes", "mixed", "unclear", "none"])(
  "a quote that %s has its own line at its side",
  (look) => {
    expect(pageStyle).toMatch(new RegExp(`(^|[,}\\n])\\.${look}[,{]`));
    expect(pageStyle).toContain(`mark.${look}`);
  },
);

test.each([
  [[], "note", "unclear"],
  [["opposes"], "opposes", "opposes"],
  [["supports", "opposes"], "several", "ink"],
  [["none"], "none", "none"],
] as const)("a claim with the stances %j is drawn as %s in %s", (looks, look, paint) => {
  expect(reportLook(looks)).toBe(look);
  expect(paintOf(reportLook(looks))).toBe(paint);
});
