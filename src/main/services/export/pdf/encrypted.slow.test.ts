import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { message } from "../../../../shared/messages/message.ts";
import { rc4 } from "../../pdf/password.ts";
import { PdfSource } from "../../pdf/source.ts";
import { annotatedPdf } from "./annotated-pdf.ts";
import { byHand, byPdfium, byPdfjs, pdfInput, quiet, tool } from "./pdf.cases.ts";

/** Made by qpdf from the same page by hand: reader's password "reader", owner's "owner". */
const fixture = (name: string): Promise<Buffer> => readFile(new URL(`fixtures/${name}.pdf`, import.meta.url));

const handlers = ["rc4-40", "rc4-128", "rc4-128-v4", "aes-128", "aes-256-r5", "aes-256", "aes-256-streams"];

test.each(
  handlers.flatMap(
    (name) =>
      [
        [name, "reader"],
        [name, "owner"],
      ] as const,
  ),
)("%s opened by the %s's password stays encrypted with it", async (name, password) => {
  const source = await fixture(name);
  const { bytes, annotations, warnings } = await annotatedPdf(await pdfInput(source, password), quiet);
  expect({ annotations, warnings }).toEqual({ annotations: 2, warnings: [] });
  expect(Buffer.compare(bytes.subarray(0, source.length), source)).toBe(0);
  expect([null, "0"]).toContain(await tool("qpdf", (file) => ["--check", "--password=reader", file], bytes));
  const added = Buffer.from(bytes.subarray(source.length)).toString("latin1");
  // Three letters can occur in encrypted bytes by chance.
  for (const secret of ["(Ada)", "Water", "Certainty", "Quality"]) expect(added).not.toContain(secret);

  const read = await byPdfjs(bytes, "reader");
  const highlights = read.pages[0]?.filter((mark) => mark.subtype === "Highlight") ?? [];
  expect(highlights.map((highlight) => highlight.titleObj.str)).toEqual(["Ada", "Ada"]);
  expect(highlights[0]?.contentsObj.str).toContain("Water › Quality/taste: + supports");
  expect(read.pages[0]?.find((mark) => mark.subtype === "Square")?.contentsObj.str).toBe("Present");
  expect(read.outline.map((entry) => entry.title)).toEqual(["Ever words", "Claims"]);
  const record = Buffer.from(read.attachments.get("stancemark.json")?.content ?? []).toString();
  expect(JSON.parse(record)).toMatchObject({ format: "stancemark-record" });
  expect((await byPdfium(bytes, "owner")).map((mark) => mark.author)).toEqual(["Ada", "Ada"]);
});

test.each(handlers)("%s without its password, or with a wrong one, is refused", async (name) => {
  const source = await fixture(name);
  const input = await pdfInput(source, "reader");
  for (const password of [null, "", "wrong"])
    await expect(annotatedPdf({ ...input, password }, quiet)).rejects.toMatchObject({ code: "password" });
});

test("a file only its owner may annotate is annotated with a caution, by its owner without", async () => {
  const source = await fixture("aes-128-owner");
  const asked = await annotatedPdf(await pdfInput(source), quiet);
  expect(asked.warnings).toEqual([message("export.mayNotAnnotate")]);
  expect((await annotatedPdf(await pdfInput(source, "owner"), quiet)).warnings).toEqual([]);
});

test("an encryption that is not the standard one is refused in one sentence", () => {
  const source = byHand().toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Own>>");
  expect(() => new PdfSource(Buffer.from(source, "latin1"))).toThrow("unsupported");
});

/** Vectors as commonly published for RC4. */
test.each([
  ["Key", "Plaintext", "bbf316e8d940af0ad3"],
  ["Wiki", "pedia", "1021bf0420"],
  ["Secret", "Attack at dawn", "45a01f645fc35b383552544b9bf5"],
])("RC4 with the key %s", (key, plain, hex) => {
  expect(Buffer.from(rc4(Buffer.from(key), Buffer.from(plain))).toString("hex")).toBe(hex);
});
