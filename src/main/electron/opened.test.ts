import { mkdir, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { isLibraryFile } from "../../shared/contract/host.ts";
import { message } from "../../shared/messages/message.ts";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { joinItems, noItems, openFiles, sayItem } from "./opened.ts";

test("files from outside are read, and what cannot be read is said", async () => {
  const folder = await temporaryFolder();
  const at = (name: string): string => path.join(folder, name);
  await writeFile(at("a.pdf"), "%PDF");
  await mkdir(at("folder"));
  await writeFile(at("huge.md"), "");
  await truncate(at("huge.md"), 1024 ** 3 + 1);
  const found = await openFiles(["a.pdf", "folder", "gone.md", "huge.md"].map(at));
  expect(found.files).toEqual([{ name: "a.pdf", bytes: Uint8Array.from(Buffer.from("%PDF")) }]);
  expect(found.messages).toEqual(
    [
      message("desktop.fileUnreadable", { file: "folder" }),
      message("desktop.fileUnreadable", { file: "gone.md" }),
      message("desktop.fileTooLarge", { file: "huge.md" }),
    ].map((reason) => ({ reason, bad: true })),
  );
});

test.each([
  ["a.stancemark", true],
  ["A.STANCEMARK", true],
  ["a.stancemark.zip", true],
  ["a.zip", true],
  ["a.pdf", false],
  ["stancemark", false],
])("%s is a library file: %s", (name, is) => {
  expect(isLibraryFile(name)).toBe(is);
});

test("items that come one after the other stay together", () => {
  const reason = message("desktop.fileUnreadable", { file: "x" });
  const items = { ...noItems, claims: ["27c15a4b"] };
  expect(joinItems(joinItems(items, sayItem(reason)), { ...noItems, claims: ["00001111"] })).toEqual({
    files: [],
    claims: ["27c15a4b", "00001111"],
    messages: [{ reason, bad: true }],
  });
});
