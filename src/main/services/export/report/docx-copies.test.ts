import { Document, type FileChild, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { CopiedElement } from "./docx-copies.ts";

async function xmlOf(children: readonly FileChild[]): Promise<string> {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return strFromU8(unzipSync(new Uint8Array(bytes))["word/document.xml"] ?? new Uint8Array());
}

const texts = ["Water", "", "پانی", "{braces}", "<b> & “quotes”", " spaces ", "水", "", "Water"];
const styles = ["Quote", "Details"] as const;

test("copies have the XML that docx writes for each of them", async () => {
  const paragraph = (text: string, style: string): Paragraph =>
    new Paragraph({ style, indent: { left: 200 }, children: [new TextRun({ text, bold: true })] });
  const pairs = texts.flatMap((text) => styles.map((style) => [text, style] as const));
  const copied = pairs.map(
    ([text, style]) => new CopiedElement("w:p", style, text, (sample) => paragraph(sample, style)),
  );
  expect(await xmlOf(copied)).toBe(await xmlOf(pairs.map(([text, style]) => paragraph(text, style))));
});

test("docx is asked once for each look, and again for its empty text", async () => {
  const asked: string[] = [];
  const make = (style: string) => (text: string) => {
    asked.push(`${style} ${text === "" ? "empty" : "text"}`);
    return new Paragraph({ style, text });
  };
  await xmlOf(texts.flatMap((text) => styles.map((style) => new CopiedElement("w:p", style, text, make(style)))));
  expect(asked.sort()).toEqual(["Details empty", "Details text", "Quote empty", "Quote text"]);
});
