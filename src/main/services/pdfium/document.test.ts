import { expect, test } from "vitest";
import { handMade } from "../export/pdf/pdf.cases.ts";
import { entriesOf, fileId, locks } from "../pdf/crypt.cases.ts";
import { openDocument } from "./document.ts";
import { onePage } from "./page.cases.ts";

const count = async (bytes: Uint8Array, password: string | null = null): Promise<number> => {
  const { pdfium, document, close } = await openDocument(bytes, password);
  const pages = pdfium.FPDF_GetPageCount(document);
  close();
  return pages;
};

test.each([
  ["nothing", ""],
  ["text", "This is no PDF."],
  ["a header alone", "%PDF-1.7\n"],
  ["a header and an end", "%PDF-1.7\nstartxref\n0\n%%EOF"],
  ["a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
])("%s is refused as unreadable", async (_, text) => {
  await expect(openDocument(Buffer.from(text, "latin1"), null)).rejects.toMatchObject({
    code: "unreadable",
    reason: { key: "pdf.unreadable" },
  });
});

test("a file whose cross-reference is not found is still read", async () => {
  const file = onePage({ drawn: "BT /F 12 Tf (a) Tj ET" });
  expect(await count(file)).toBe(1);
  expect(await count(file.subarray(0, file.indexOf("startxref")))).toBe(1);
});

/** A page as a lock of the old kind encrypts it; it has no strings. */
const locked = (entries: string): Buffer => {
  const id = `<${fileId.toString("hex")}>`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>",
    "<</Type/Page/Parent 2 0 R>>",
    `<<${entries}>>`,
  ];
  return handMade(objects, `/ID[${id}${id}]/Encrypt 4 0 R`);
};

test.each(locks)("$name: opened by either password, however it is encoded", async ({ entries, user, owner }) => {
  const file = locked(`/Filter/Standard${entries}`);
  expect(entriesOf(entries).size).toBeGreaterThan(4);
  expect([await count(file, user), await count(file, owner)]).toEqual([1, 1]);
});

test.each([
  [null, "pdf.passwordNeeded"],
  ["", "pdf.passwordNeeded"],
  ["wrong", "pdf.passwordWrong"],
  ["é", "pdf.passwordWrong"],
  ["راز", "pdf.passwordWrong"],
])("the password %j is refused: %s", async (password, key) => {
  const file = locked(`/Filter/Standard${locks[1]?.entries}`);
  await expect(openDocument(file, password)).rejects.toMatchObject({ code: "password", reason: { key } });
});

test("another program's encryption is named as such", async () => {
  const file = locked("/Filter/Adobe.PubSec/V 4/R 4/SubFilter/adbe.pkcs7.s5");
  await expect(openDocument(file, null)).rejects.toMatchObject({
    code: "unreadable",
    reason: { key: "pdf.ownProgram" },
  });
});

test("a refusal leaves nothing behind that a later file could be read from", async () => {
  for (let round = 0; round < 20; round++)
    await expect(openDocument(Buffer.from(`%PDF-1.4 ${round}`), null)).rejects.toThrow();
  expect(await count(onePage({}))).toBe(1);
});
