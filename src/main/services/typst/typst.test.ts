import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { fontArgs, unpackedFolder } from "./fonts.ts";
import { faces, typst } from "./typst.ts";

test("every family that pages are set in is found", () => {
  expect(
    Buffer.from(typst(`${faces}Words`))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

test("where a family is missing, nothing is typeset with another one in its place", () => {
  const [packed, folders] = fontArgs();
  if (packed === undefined || folders === undefined || !("fontPaths" in folders))
    throw new Error("no folders of fonts");
  const fewer = { fontPaths: folders.fontPaths.filter((folder) => !/fonts-(arabic|latin)/.test(folder)) };
  expect(() => typst(`${faces}Words`, [packed, fewer])).toThrow(
    expect.objectContaining({
      code: "internal",
      reason: message("export.fontMissing", { families: "noto sans, noto naskh arabic" }),
    }),
  );
});

test.each([
  ["/opt/s/resources/app.asar/node_modules/f/fonts", "/opt/s/resources/app.asar.unpacked/node_modules/f/fonts"],
  ["C:\\s\\resources\\app.asar\\node_modules\\f", "C:\\s\\resources\\app.asar.unpacked\\node_modules\\f"],
  ["/home/a/app.asar.unpacked/node_modules/f", "/home/a/app.asar.unpacked/node_modules/f"],
  ["/home/a/stancemark/node_modules/f", "/home/a/stancemark/node_modules/f"],
])("native code finds %s at %s", (folder, unpacked) => {
  expect(unpackedFolder(folder)).toBe(unpacked);
});
