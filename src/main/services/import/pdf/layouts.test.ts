import { expect, test } from "vitest";
import { wholePdf } from "../whole.cases.ts";
import { layoutPdf, layouts } from "./fixtures/layouts.ts";
import { likeness, rightKinds } from "./fixtures/likeness.ts";
import { expected } from "./fixtures/truth.ts";

test.each(layouts)("$name", { timeout: 60_000 }, async (layout) => {
  const { content } = await wholePdf(layoutPdf(layout));
  const want = expected(layout.blocks);
  const characters = likeness(want.map((block) => block.text).join("\n"), content.text);
  const kinds = rightKinds(want, content);
  console.log(`| ${layout.name} | ${(characters * 100).toFixed(2)} | ${(kinds * 100).toFixed(1)} |`);
  expect(characters).toBeGreaterThanOrEqual(0.995);
  expect(kinds).toBeGreaterThanOrEqual(0.95);
  if (layout.labels !== undefined) expect(content.pages.map((page) => page.label)).toEqual(layout.labels);
});
