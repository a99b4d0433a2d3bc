import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { inWords } from "../../../../shared/fixtures/in-words.cases.ts";
import { temporaryFolder } from "../../fixture.cases.ts";
import { PdfSource } from "../../pdf/source.ts";
import { annotatedPdf } from "./annotated-pdf.ts";
import { byHand, pdfInput, quiet, tool } from "./pdf.cases.ts";
import { cautionsOf } from "./signed.ts";

const room = 4000;
const field = (place: string, contents: string): string =>
  `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/Rect[0 0 0 0]/F 132/P 3 0 R/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[${place}]/Contents<${contents}>>>>>`;

/** A page signed by a key made for the test (ISO 32000-1, 12.8.1); null where there is no openssl, which is printed. */
async function signed(): Promise<{ bytes: Buffer; ranges: number[] } | null> {
  const folder = await temporaryFolder();
  const openssl = (...args: string[]) => spawnSync("openssl", args, { cwd: folder });
  const key = openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    "key.pem",
    "-out",
    "cert.pem",
    "-days",
    "2",
    "-subj",
    "/CN=Harbour Board",
  );
  if (key.error !== undefined) {
    console.log("not checked: there is no openssl to sign with");
    return null;
  }
  const blank = byHand("/AcroForm<</SigFlags 3/Fields[7 0 R]>>", [field(" ".repeat(40), "0".repeat(room))]).toString(
    "latin1",
  );
  const start = blank.indexOf(`<${"0".repeat(room)}>`);
  const ranges = [0, start, start + room + 2, blank.length - start - room - 2];
  const placed = Buffer.from(blank.replace(" ".repeat(40), ranges.join(" ").padEnd(40)), "latin1");
  const covered = Buffer.concat([placed.subarray(0, start), placed.subarray(start + room + 2)]);
  await writeFile(path.join(folder, "data"), covered);
  openssl(
    "cms",
    "-sign",
    "-binary",
    "-in",
    "data",
    "-signer",
    "cert.pem",
    "-inkey",
    "key.pem",
    "-outform",
    "DER",
    "-out",
    "signature",
  );
  const signature = (await readFile(path.join(folder, "signature"))).toString("hex").padEnd(room, "0");
  placed.write(signature, start + 1, "latin1");
  return { bytes: placed, ranges };
}

test("a signature stays valid over the bytes it covers, and the reader is told so", async () => {
  const made = await signed();
  if (made === null) return;
  const { bytes, warnings } = await annotatedPdf(await pdfInput(made.bytes), quiet);
  expect(inWords(warnings)).toEqual([expect.stringContaining("signed")]);
  const [a = 0, b = 0, c = 0, d = 0] = made.ranges;
  expect(Buffer.compare(bytes.subarray(a, a + b), made.bytes.subarray(a, a + b))).toBe(0);
  expect(Buffer.compare(bytes.subarray(c, c + d), made.bytes.subarray(c, c + d))).toBe(0);
  for (const file of [made.bytes, bytes]) {
    const output = await tool("pdfsig", (name) => ["-nocert", name], file);
    if (output !== null) expect(output).toContain("Signature is Valid");
  }
});

const certified = (level: string): Buffer =>
  byHand(`/AcroForm<</SigFlags 3>>/Perms<</DocMDP<</Type/Sig/Reference[<</TransformParams<<${level}>>>>]>>>>`);

test.each([
  ["nothing", byHand(), null],
  ["a form without signatures", byHand("/AcroForm<</SigFlags 0>>"), null],
  ["a signature", byHand("/AcroForm<</SigFlags 3>>"), "signed"],
  ["a certificate that allows annotations", certified("/P 3"), "signed"],
  ["a certificate that allows forms", certified("/P 2"), "does not permit annotations"],
  ["a certificate that says nothing", certified(""), "does not permit annotations"],
])("a source with %s", (_, bytes, words) => {
  const cautions = cautionsOf(new PdfSource(bytes));
  expect(inWords(cautions)).toEqual(words === null ? [] : [expect.stringContaining(words)]);
});
