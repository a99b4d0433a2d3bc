import iconv from "iconv-lite";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { checkedEdits, placesToCheck } from "../../../shared/claims/places-to-check.ts";
import { message } from "../../../shared/messages/message.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { docx } from "../import/word/docx.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";
import { fittingReading } from "./reread-paper.ts";

afterAll(closePool);

async function open(): Promise<OpenWorkbench> {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

async function quotes(workbench: OpenWorkbench, paper: PaperId): Promise<string[]> {
  const { library } = await workbench.state({});
  return Object.values(ofPaper(library.annotations, paper)).map(({ passage }) => quoteOf(passage));
}

const text = "Raport o wodzie\n\nMieszkańcy są przeciwni podwyżce cen. Żądają obniżki. Spółka uważa ją za słuszną.\n";
const bytes = iconv.encode(text, "windows-1250");

test("the same bytes in another encoding keep the claims, and an undo brings the old reading back", async () => {
  const workbench = await open();
  const first = await workbench.importPaper({ name: "a.txt", bytes, encoding: "iso-8859-2" });
  const { paper } = first;
  expect(paper).toMatchObject({ title: "Raport o wodzie", reading: { encoding: "iso-8859-2", lines: null } });
  const wrong = iconv.decode(iconv.encode("Żądają obniżki.", "windows-1250"), "iso-8859-2");
  await workbench.annotate({
    rows: [{ paper: paper.id, quote: wrong, positions: [{ issue: "Water", stance: "opposes" }] }],
  });
  const again = await workbench.importPaper({ name: "other.txt", bytes, encoding: "1250" });
  expect(again).toMatchObject({ duplicate: true, paper: { id: paper.id, reading: { encoding: "windows-1250" } } });
  expect((await workbench.content({ paper: paper.id })).text).toContain("Mieszkańcy są przeciwni podwyżce cen.");
  expect(await quotes(workbench, paper.id)).toEqual(["Żądają obniżki."]);
  expect((await workbench.search({ query: "mieszkańcy" })).hits).toHaveLength(1);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
  await workbench.undo({});
  expect(await quotes(workbench, paper.id)).toEqual([wrong]);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
  await workbench.redo({});
  expect(await quotes(workbench, paper.id)).toEqual(["Żądają obniżki."]);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

test("a wrong guess and its title are corrected later, from the library's own source", async () => {
  const workbench = await open();
  const cyrillic = iconv.encode("Отчёт о воде\n\nЖители против повышения цен.\n", "koi8-r");
  const { paper } = await workbench.importPaper({ name: "a.txt", bytes: cyrillic, encoding: "windows-1252" });
  const { paper: after } = await workbench.rereadPaper({ paper: paper.id, encoding: "koi8-r" });
  expect(after.title).toBe("Отчёт о воде");
  const back = await workbench.rereadPaper({ paper: paper.id });
  expect(back.paper.reading).toBeUndefined();
  expect((await workbench.content({ paper: paper.id })).text).toContain("Жители против");
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

test("lines kept or joined later keep the claims, and library files and annotated PDFs take the reading along", async () => {
  const workbench = await open();
  const lines = Buffer.from("Ministry of Water\n12 High Street\nAldra\n\nWe object to the rise.\n");
  const { paper } = await workbench.importPaper({ name: "a.txt", bytes: lines });
  await workbench.annotate({ rows: [{ paper: paper.id, quote: "12 High Street", positions: [{ issue: "Water" }] }] });
  await workbench.rereadPaper({ paper: paper.id, lines: "join" });
  expect((await workbench.content({ paper: paper.id })).text).toContain("Ministry of Water 12 High Street Aldra");
  expect(await quotes(workbench, paper.id)).toEqual(["12 High Street"]);
  const bundle = await workbench.exportBundle({});
  const other = await open();
  await other.importBundle({ name: bundle.name, bytes: bundle.bytes });
  expect((await other.content({ paper: paper.id })).text).toContain("Ministry of Water 12 High Street Aldra");
  expect(await other.verify({})).toEqual({ ok: true, problems: [] });
  const pdf = await workbench.exportPaper({ paper: paper.id, format: "pdf" });
  const third = await open();
  const { paper: same } = await third.importPaper({ name: pdf.name, bytes: pdf.bytes });
  expect(same.reading).toEqual({ encoding: null, lines: "join" });
  expect((await third.content({ paper: same.id })).text).toContain("Ministry of Water 12 High Street Aldra");
  expect(await quotes(third, same.id)).toEqual(["12 High Street"]);
  expect(await third.verify({})).toEqual({ ok: true, problems: [] });
});

test("a preview says what is guessed, of a file and of a paper", async () => {
  const workbench = await open();
  const guessed = await workbench.previewText({ source: { name: "a.txt", bytes } });
  expect(guessed).toMatchObject({ encoding: "windows-1250", isEncodingGuessed: true, areLinesUnsure: false });
  expect(guessed?.text).toContain("Żądają");
  const asked = await workbench.previewText({ source: { name: "a.txt", bytes }, encoding: "iso-8859-2" });
  expect(asked).toMatchObject({ encoding: "iso-8859-2", isEncodingGuessed: false });
  const address = Buffer.from("Ministry of Water\n12 High Street\nAldra\n");
  expect(await workbench.previewText({ source: { name: "a.txt", bytes: address } })).toMatchObject({
    areLinesUnsure: true,
  });
  expect(await workbench.previewText({ source: { name: "a.pdf", bytes: Buffer.from("%PDF-1.7") } })).toBeNull();
  const { paper } = await workbench.importPaper({ name: "a.txt", bytes });
  expect(await workbench.previewText({ source: { paper: paper.id }, lines: "keep" })).toMatchObject({
    encoding: "windows-1250",
  });
});

test("an encoding that is not known is refused, and nothing is imported", async () => {
  const workbench = await open();
  await expect(workbench.importPaper({ name: "a.txt", bytes, encoding: "ebcdic" })).rejects.toThrow(
    /“ebcdic” is not a supported encoding/,
  );
  expect((await workbench.state({})).library.papers).toEqual({});
});

/** A Word document in which one word was replaced and one sentence added. */
const tracked = docx({
  body: `<w:p><w:r><w:t xml:space="preserve">The board wants a </w:t></w:r><w:del w:id="1" w:author="Ada" w:date="2026-05-01T00:00:00Z"><w:r><w:delText>higher</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ada" w:date="2026-05-01T00:00:00Z"><w:r><w:t>lower</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> fare. The union agrees.</w:t></w:r></w:p>`,
});

test("the text before tracked changes is read on request, with claims at their words, and back", async () => {
  const workbench = await open();
  const { paper, warnings } = await workbench.importPaper({ name: "a.docx", bytes: tracked });
  expect(warnings.map(({ key }) => key)).toContain("import.changesAccepted");
  await workbench.annotate({
    rows: [{ paper: paper.id, quote: "The union agrees.", positions: [{ issue: "Fares", stance: "supports" }] }],
  });
  const before = await workbench.importPaper({ name: "b.docx", bytes: tracked, changes: "before" });
  expect(before).toMatchObject({ duplicate: true, paper: { id: paper.id, reading: { changes: "before" } } });
  expect((await workbench.content({ paper: paper.id })).text).toContain("wants a higher fare. The union agrees.");
  expect(await quotes(workbench, paper.id)).toEqual(["The union agrees."]);
  const word = await workbench.exportPaper({ paper: paper.id, format: "docx" });
  expect(word.bytes.length).toBeGreaterThan(0);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
  const after = await workbench.rereadPaper({ paper: paper.id, changes: "accepted" });
  expect((await workbench.content({ paper: paper.id })).text).toContain("wants a lower fare.");
  expect(await quotes(workbench, paper.id)).toEqual(["The union agrees."]);
  expect(after.warnings.map(({ key }) => key)).toContain("import.changesAccepted");
  await workbench.undo({});
  expect((await workbench.content({ paper: paper.id })).text).toContain("wants a higher fare.");
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

const sentence = "The union wants a lower fare for everyone who crosses at night.";
const inserted = docx({
  body: `<w:p><w:r><w:t xml:space="preserve">The board meets in May. </w:t></w:r><w:ins w:id="1" w:author="Ada" w:date="2026-05-01T00:00:00Z"><w:r><w:t>${sentence}</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>Dredging costs too much.</w:t></w:r></w:p>`,
});

test("a claim whose words another reading has not is to be checked, until somebody says that its place is right", async () => {
  const workbench = await open();
  const { paper } = await workbench.importPaper({ name: "a.docx", bytes: inserted });
  const positions = [{ issue: "Fares", stance: "supports" }];
  await workbench.annotate({
    rows: [sentence, "Dredging costs too much."].map((quote) => ({ paper: paper.id, quote, positions })),
  });
  const { paper: before, warnings } = await workbench.rereadPaper({ paper: paper.id, changes: "before" });
  expect(warnings.map(({ key }) => key)).toContain("import.rereadUnsure");
  expect(before.toCheck).toMatchObject([{ status: "changed", quote: sentence }]);
  const { library } = await workbench.state({});
  const [waiting, ...others] = placesToCheck(library, before);
  expect([waiting?.quote, others]).toEqual([sentence, []]);
  const edits = checkedEdits(before, [waiting?.coded.annotation.id ?? ""]);
  await workbench.commit({ label: message("change.checkPlaces", { count: 1, title: paper.title }), edits });
  expect((await workbench.state({})).library.papers[paper.id]).not.toHaveProperty("toCheck");
  await workbench.undo({});
  await workbench.undo({});
  expect((await workbench.state({})).library.papers[paper.id]).toEqual(paper);
  expect(await quotes(workbench, paper.id)).toEqual([sentence, "Dredging costs too much."]);
});

test("a new paper can be read as it was before its tracked changes at once", async () => {
  const workbench = await open();
  const { paper } = await workbench.importPaper({ name: "a.docx", bytes: tracked, changes: "before" });
  expect(paper.reading).toEqual({ encoding: null, lines: null, changes: "before" });
  expect((await workbench.content({ paper: paper.id })).text).toContain("higher fare");
});

test.each([
  ["docx", { encoding: "cp850", lines: null }, undefined],
  ["docx", { encoding: "cp850", lines: null, changes: "before" }, { encoding: null, lines: null, changes: "before" }],
  ["text", { encoding: "cp850", lines: "keep", extent: "page" }, { encoding: "cp850", lines: "keep" }],
  ["pdf", { encoding: "cp850", lines: null }, undefined],
  ["html", { encoding: null, lines: null, extent: "page" }, { encoding: null, lines: null, extent: "page" }],
] as const)("of a reading, %s has what it can be read by", (format, reading, fitting) => {
  expect(fittingReading(reading, format)).toEqual(fitting);
});
