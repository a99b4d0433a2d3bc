import { expect, test } from "vitest";
import { isPaperName, mediaType } from "./paper-format.ts";

test.each([
  ["pdf", "a.jpg", "application/pdf"],
  ["image", "a.JPG", "image/jpeg"],
  ["image", "a.b.tif", "image/tiff"],
  ["image", "a.png", "image/png"],
  ["image", "scan.webp", "image/webp"],
  ["image", "scan", "application/octet-stream"],
  ["image", "scan.pdf", "application/octet-stream"],
] as const)("a source of the format %s called %s is %s", (format, name, type) => {
  expect(mediaType(format, name)).toBe(type);
});

test.each([
  ["report.docx", true],
  ["Scan.TIFF", true],
  ["winmail.dat", true],
  ["Winmail (2).DAT", true],
  ["store.dat", false],
  ["notes", false],
  [".pdf", false],
  ["pdf", false],
])("of a folder, %s is a paper: %s", (name, isPaper) => {
  expect(isPaperName(name)).toBe(isPaper);
});
