import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { findFonts, installedFonts, unpackedFolder } from "./fonts.ts";
import { faces, inner, typst } from "./typst.ts";

const packages = createRequire(import.meta.url);

/** The fonts of an installation by npm that lacks some packages. */
const without = (lacking: RegExp) =>
  findFonts((name) => {
    if (lacking.test(name)) throw new Error("Cannot find module");
    return packages.resolve(name);
  });

test("every family that pages are set in is found", () => {
  expect(
    Buffer.from(typst(`${faces}Words`))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

test("where a family is missing, nothing is typeset with another one in its place", () => {
  const { args } = installedFonts();
  const [packed, folders] = args;
  if (packed === undefined || folders === undefined || !("fontPaths" in folders))
    throw new Error("no folders of fonts");
  const fewer = { fontPaths: folders.fontPaths.filter((folder) => !/fonts-(arabic|latin)/.test(folder)) };
  expect(() => typst(`${faces}Words`, { args: [packed, fewer], absent: [] })).toThrow(
    expect.objectContaining({
      code: "internal",
      reason: message("export.fontMissing", { families: "noto sans, noto naskh arabic" }),
    }),
  );
});

test("fonts that are installed apart are missed only by texts that need them", () => {
  const fonts = without(/fonts-(sc|kr)$/);
  const set = (text: string) => typst(`${faces}${`#${inner(text)}`}`, fonts);
  expect(Buffer.from(set("Ferries · Fähren · فیری · 5 € · 25°")).subarray(0, 5).toString()).toBe("%PDF-");
  for (const [text, script] of [
    ["票价 of the ferry", "sc"],
    ["フェリー", "sc"],
    ["여객선", "kr"],
    ["여객선、배", "kr"],
    ["“ＡＢＣ”", "sc"],
  ] as const)
    expect(() => set(text), text).toThrow(
      expect.objectContaining({
        code: "missing",
        reason: message("export.fontNotInstalled", { script, package: `@embedpdf/fonts-${script}` }),
      }),
    );
});

test("with one of the two fonts, the signs both have need no other", () => {
  const fonts = without(/fonts-sc$/);
  expect(typst(`${faces}#${inner("여객선、배")}`, fonts).length).toBeGreaterThan(1000);
  expect(() => typst(`${faces}#${inner("票价")}`, fonts)).toThrow(expect.objectContaining({ code: "missing" }));
});

test("a font that comes with the program cannot be absent", () => {
  expect(() => without(/fonts-arabic$/)).toThrow("Cannot find module");
});

test.each([
  ["/opt/s/resources/app.asar/node_modules/f/fonts", "/opt/s/resources/app.asar.unpacked/node_modules/f/fonts"],
  ["C:\\s\\resources\\app.asar\\node_modules\\f", "C:\\s\\resources\\app.asar.unpacked\\node_modules\\f"],
  ["/home/a/app.asar.unpacked/node_modules/f", "/home/a/app.asar.unpacked/node_modules/f"],
  ["/home/a/stancemark/node_modules/f", "/home/a/stancemark/node_modules/f"],
])("native code finds %s at %s", (folder, unpacked) => {
  expect(unpackedFolder(folder)).toBe(unpacked);
});
