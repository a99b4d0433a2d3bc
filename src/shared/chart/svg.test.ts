import { expect, test } from "vitest";
import type { Paint, Shape } from "./picture.ts";
import { type Palette, palettes, patterns, printed, svgOf } from "./svg.ts";

const draw = (...shapes: readonly Shape[]): string => {
  const svg = svgOf({ title: "T", width: 10, height: 20, shapes });
  return svg.slice(svg.indexOf(`fill="${palettes.light.page}"/>\n`) + 17, svg.indexOf("\n</svg>"));
};

const shapes: readonly (readonly [string, Shape, string])[] = [
  [
    "a rectangle, its numbers to two decimals",
    { kind: "rect", x: 1.004, y: 2, width: 3.276, height: 4, paint: "supports" },
    '<g><rect x="1" y="2" width="3.28" height="4" fill="#00639c"/></g>',
  ],
  [
    "opposition with its pattern over its colour",
    { kind: "rect", x: 1, y: 2, width: 3, height: 4, paint: "opposes", patterned: true, title: "A & B" },
    '<g><title>A &#38; B</title><rect x="1" y="2" width="3" height="4" fill="#b04c00"/>' +
      '<rect x="1" y="2" width="3" height="4" fill="url(#p-opposes)"/></g>',
  ],
  [
    "support, which has no pattern",
    { kind: "rect", x: 1, y: 2, width: 3, height: 4, paint: "supports", patterned: true },
    '<g><rect x="1" y="2" width="3" height="4" fill="#00639c"/></g>',
  ],
  [
    "a circle",
    { kind: "circle", x: 5, y: 6, radius: 2.5, paint: "ink" },
    '<g><circle cx="5" cy="6" r="2.5" fill="#1d1f23"/></g>',
  ],
  [
    "a line",
    { kind: "line", x1: 0, y1: 1, x2: 2, y2: 3, width: 0.6, paint: "line" },
    '<line x1="0" y1="1" x2="2" y2="3" stroke="#d9d5cb" stroke-width="0.6"></line>',
  ],
  [
    "a dashed line that says what it is",
    { kind: "line", x1: 0, y1: 1, x2: 2, y2: 3, width: 1, paint: "soft", dashed: true, title: "A – B" },
    '<line x1="0" y1="1" x2="2" y2="3" stroke="#5d626b" stroke-width="1" stroke-dasharray="6 4"><title>A – B</title></line>',
  ],
  [
    "words",
    { kind: "text", x: 1, y: 2, text: "a<b\u0000c", size: 12, anchor: "end", paint: "ink" },
    '<text x="1" y="2" font-size="12" text-anchor="end" fill="#1d1f23">a&#60;b c</text>',
  ],
  [
    "words that are bold, turned, and on a rim",
    {
      ...{ kind: "text", x: 1, y: 2, text: "a", size: 10, anchor: "start", paint: "soft" },
      ...{ bold: true, halo: true, turned: -45, title: "b" },
    },
    '<text x="1" y="2" font-size="10" text-anchor="start" fill="#5d626b" font-weight="600"' +
      ' stroke="#fffefb" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' +
      ' transform="rotate(-45 1 2)"><title>b</title>a</text>',
  ],
];

test.each(shapes)("%s", (_, shape, svg) => {
  expect(draw(shape)).toBe(svg);
});

test("the document has its size, title and ground, a pattern for each paint that has one, and loads nothing", () => {
  const svg = svgOf({ title: '<Who> & "why"', width: 300, height: 40, shapes: [] }, printed);
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="300" height="40" viewBox="0 0 300 40" role="img"/,
  );
  expect(svg).toContain("<title>&#60;Who&#62; &#38; &#34;why&#34;</title>");
  expect(svg).toContain('<rect width="300" height="40" fill="#ffffff"/>');
  expect([...svg.matchAll(/<pattern id="p-(\w+)"/g)].map(([, paint]) => paint)).toEqual(Object.keys(patterns));
  expect(svg).toMatch(/<path d="M-1,1[^"]*" stroke="#ffffff"/);
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/href|http|<script|<style|@import/);
});

/** Contrast of two colours (WCAG 2.2, section 1.4.3 and its definitions of relative luminance and contrast ratio). */
function contrast(text: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((index) => {
      const share = Number.parseInt(colour.slice(index, index + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(text), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test.each(
  Object.entries({ ...palettes, printed }).flatMap(([theme, palette]) =>
    (Object.keys(palette) as Paint[])
      .filter((paint) => paint !== "line" && paint !== "page")
      .map((paint): [string, Paint, Palette] => [theme, paint, palette]),
  ),
)("in the theme %s %s stands out from the page by 4.5 to 1", (_, paint, palette) => {
  expect(contrast(palette[paint], palette.page)).toBeGreaterThanOrEqual(4.5);
});

test("stances differ in pattern where they could be taken for one another", () => {
  const looks: readonly Paint[] = ["supports", "opposes", "neutral", "mixed", "unclear", "none"];
  expect(new Set(looks.map((look) => patterns[look])).size).toBe(looks.length);
});
