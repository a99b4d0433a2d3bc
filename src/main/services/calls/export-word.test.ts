import { afterAll, expect, onTestFinished, test } from "vitest";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { h, odt, p as paragraph } from "../import/odt/odt.cases.ts";
import { docx, p } from "../import/word/docx.cases.ts";
import { importDocx } from "../import/word/import-docx.ts";
import { closePool } from "../tasks/run-task.ts";
import { openWorkbench } from "../workbench.ts";

afterAll(closePool);

test("a Word document is exported as itself with comments, other papers as a Word document of their own", async () => {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  const sentence = "The council wants lower dues.";
  const files = {
    "dues.docx": docx({ body: p(sentence) }),
    "dues.odt": odt({ body: h("Dues", 1) + paragraph(sentence) }),
  };
  const found: string[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    const { paper } = await workbench.importPaper({ name, bytes });
    await workbench.annotate({
      rows: [
        { paper: paper.id, quote: "lower dues", positions: [{ issue: "Dues", stance: "supports" }], note: "Why?" },
      ],
    });
    const made = await workbench.exportPaper({ paper: paper.id, format: "docx" });
    expect(made.annotations).toBe(1);
    const { content, comments = [] } = await importDocx(made.name, made.bytes);
    found.push(
      made.name,
      String(content.text === sentence),
      ...comments.map(({ text, author }) => `${author}: ${text}`),
    );
    const plain = await workbench.exportPaper({
      paper: paper.id,
      format: "docx",
      withhold: { coders: true, notes: true },
    });
    const withheld = await importDocx("a.docx", plain.bytes);
    expect(JSON.stringify(withheld.comments ?? [])).not.toMatch(/Ada|Why/);
  }
  expect(found).toEqual([
    "dues (annotated).docx",
    "true",
    "Ada: Dues: + supports\n\nWhy?",
    expect.stringMatching(/^(Dues|dues)\.docx$/),
    "false",
  ]);
});
