import { expect, test } from "vitest";
import { isRef } from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { Highlighter } from "./highlight.ts";
import { byPdfjs, handMade, tool } from "./pdf.cases.ts";

const font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";
const pages = [`/Resources<<${font}>>`, `/Resources<<${font}>>`, `/Resources<<${font}/ProcSet[/PDF]>>`, ""];

/** Four pages, two with the same resources, one with others and one that inherits them, each with one highlight. */
function highlighted(catalog = ""): Uint8Array {
  const kids = pages.map((_, index) => `${index + 3} 0 R`).join(" ");
  const source = handMade([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Kids[${kids}]/Count 4/MediaBox[0 0 400 500]/Resources<<${font}>>>>`,
    ...pages.map((entries) => `<</Type/Page/Parent 2 0 R${entries}>>`),
  ]);
  const update = new PdfUpdate(new PdfSource(source));
  const highlighter = new Highlighter(update, null);
  for (const page of pages.keys())
    highlighter.add({
      name: `name-${page}`,
      page,
      quads: [[50, 90, 150, 90, 50, 78, 150, 78]],
      colour: [0.5, 0.75, 1],
      line: [0, 0.45, 0.7],
      lane: 0,
      author: "Ada",
      subject: "Claim",
      contents: "Water",
      created: "2026-01-02T03:04:05Z",
      modified: "2026-01-02T03:04:05Z",
    });
  highlighter.finish();
  return update.finish();
}

test.each([
  ["written once where pages repeat them", "", [true, true, false, undefined]],
  ["left unchanged in a signed file", "/AcroForm<</SigFlags 3>>", [false, false, false, undefined]],
])("resources are %s, and read the same", async (_, catalog, referred) => {
  const bytes = highlighted(catalog);
  const { source, pages: written } = new PdfUpdate(new PdfSource(bytes));
  const resources = written.all().map((page) => page.own.get("Resources"));
  expect(resources.map((resource) => (resource === undefined ? resource : isRef(resource)))).toEqual(referred);
  expect(resources[0]).toEqual(resources[1]);
  expect(written.all().map((page) => [...source.dict(page.dict.get("Resources")).keys()])).toEqual([
    ["Font"],
    ["Font"],
    ["Font", "ProcSet"],
    ["Font"],
  ]);
  const kinds = (await byPdfjs(bytes)).pages.map((page) => page.map((mark) => mark.subtype));
  expect(kinds).toEqual(pages.map(() => ["Highlight", "Popup"]));
  expect([null, "0"]).toContain(await tool("qpdf", (file) => ["--check", file], bytes));
});
