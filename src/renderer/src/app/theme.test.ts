import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { themes } from "../state/settings.ts";
import { contrast, luminance } from "../ui/contrast.ts";

const css = readFileSync(path.join(import.meta.dirname, "theme.css"), "utf8");
const stances = ["sup", "opp", "neu", "mix", "unc"];

/** The colours of a theme by name. */
function coloursOf(theme: string): (name: string) => string {
  const selector = `[data-theme="${theme}"] {`;
  const body = css.slice(css.indexOf(selector) + selector.length).split("}")[0] ?? "";
  const colours = new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  return (name) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`${theme} has no ${name}`);
    return colour;
  };
}

/** Letters on each ground they are on, with the contrast they need (WCAG 2.2, 1.4.3; 1.4.6 in high contrast). */
function letters(theme: string): (readonly [string, string, number])[] {
  const least = theme === "contrast" ? 7 : 4.5;
  const tints = [...stances, "note"].flatMap((stance) => [`hl-${stance}`, `on-${stance}`]);
  return [
    ...["bg", "panel", "page", "hover", "pending", ...tints].map((ground) => ["ink", ground, least] as const),
    ...["bg", "panel", "page", "hover"].flatMap((ground) =>
      ["soft", "faint", "accent", ...stances].map((name) => [name, ground, 4.5] as const),
    ),
    ["found-ink", "found", least],
    ["accent-ink", "accent", 4.5],
    ...stances.map((stance) => ["page", stance, 4.5] as const),
  ];
}

/** Lines that carry a meaning on each ground (1.4.11). */
function lines(): (readonly [string, string, number])[] {
  return [
    ...stances.flatMap((stance) => [
      [stance, "page", 3] as const,
      [stance, `hl-${stance}`, 3] as const,
      [stance, `on-${stance}`, 3] as const,
    ]),
    ["unc", "hl-note", 3],
    ["unc", "on-note", 3],
    ["accent", "page", 3],
    ["accent", "bg", 3],
  ];
}

for (const theme of themes)
  test(`${theme}: every letter and every line can be seen`, () => {
    const colour = coloursOf(theme);
    const faint = [...letters(theme), ...lines()]
      .map(([front, ground, least]) => ({ front, ground, least, found: contrast(colour(front), colour(ground)) }))
      .filter(({ found, least }) => found < least)
      .map(({ front, ground, least, found }) => `${front} on ${ground}: ${found.toFixed(2)} < ${least}`);
    expect(faint).toEqual([]);
  });

test("the contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(luminance("#ff0000")).toBeCloseTo(0.2126);
});

test("themes differ in colours only, so that what is not about colours is alike in all of them", () => {
  const styles = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .map((name) => readFileSync(path.join(import.meta.dirname, name), "utf8"));
  const blocks = styles.flatMap((text) => [...text.matchAll(/\[data-theme="\w+"\]\s*\{([^}]*)\}/g)]);
  const names = blocks.flatMap(([, body]) => [...(body ?? "").matchAll(/^\s*([\w-]+):/gm)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !name?.startsWith("--") && name !== "color-scheme")).toEqual([]);
  expect(styles.join("").match(/data-theme/g)).toHaveLength(blocks.length);
});
