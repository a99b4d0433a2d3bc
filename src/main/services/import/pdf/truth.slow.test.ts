import { expect, test } from "vitest";
import { wholePdf } from "../whole.cases.ts";
import { likeness, rightKinds } from "./fixtures/likeness.ts";
import { cases, expected } from "./fixtures/truth.ts";
import { typstPdf } from "./fixtures/truth-typst.ts";

/** The same file without its tags: the name of their root in the catalogue is made unknown. */
function untagged(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  expect(text).toContain("/StructTreeRoot");
  return Buffer.from(text.replaceAll("/StructTreeRoot", "/XtructTreeRoot"), "latin1");
}

test.each(
  cases.flatMap((example) => [
    { ...example, tags: true },
    { ...example, tags: false },
  ]),
)("set by Typst: $name, tags $tags", { timeout: 60_000 }, async (example) => {
  const pdf = typstPdf(example);
  const { content } = await wholePdf(example.tags ? pdf : untagged(pdf));
  const want = expected(example.blocks);
  const characters = likeness(want.map((block) => block.text).join("\n"), content.text);
  const kinds = rightKinds(want, content);
  console.log(
    `| ${example.name} | Typst${example.tags ? ", tagged" : ", no tags"} | ${content.pages.length} | ${(characters * 100).toFixed(2)} | ${(kinds * 100).toFixed(1)} |`,
  );
  expect(characters).toBeGreaterThanOrEqual(example.least);
  expect(kinds).toBeGreaterThanOrEqual(0.95);
});
