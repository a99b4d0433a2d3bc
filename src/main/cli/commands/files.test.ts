import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../services/fixture.cases.ts";
import { formatFromName, unknownFormat, writeOutput } from "./files.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a new file is written whole, and nothing else", async () => {
  const folder = await temporaryFolder();
  expect(await writeOutput(path.join(folder, "a.csv"), bytes("one"))).toBeNull();
  expect(await readdir(folder)).toEqual(["a.csv"]);
  expect(await readFile(path.join(folder, "a.csv"), "utf8")).toBe("one");
});

test("whatever was there before is kept, under names that nothing has", async () => {
  const folder = await temporaryFolder();
  const to = path.join(folder, "a.csv");
  await writeFile(`${to}~2`, "somebody else's");
  const kept: (string | null)[] = [];
  for (const text of ["one", "one", "two", "three", "four"]) kept.push(await writeOutput(to, bytes(text)));
  expect(kept).toEqual([null, null, `${to}~`, `${to}~3`, `${to}~4`]);
  const files = Object.fromEntries(
    await Promise.all(
      (await readdir(folder)).map(async (name) => [name, await readFile(path.join(folder, name), "utf8")]),
    ),
  );
  expect(files).toEqual({
    "a.csv": "four",
    "a.csv~": "one",
    "a.csv~2": "somebody else's",
    "a.csv~3": "two",
    "a.csv~4": "three",
  });
});

test("what can't be written to is left alone, in one sentence", async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "folder"));
  await writeFile(path.join(folder, "file"), "kept");
  await symlink(path.join(folder, "folder"), path.join(folder, "link"));
  const cases = [
    ["folder", "invalid", /is not a regular file, so nothing was written\.$/],
    ["link", "invalid", /is not a regular file, so nothing was written\.$/],
    ["none/a.csv", "missing", /^The folder of .* does not exist\.$/],
    ["file/a.csv", "invalid", /^.*\/file\/a\.csv can't be written\.$/],
    [`${"x".repeat(300)}.csv`, "invalid", /can't be written\.$/],
  ] as const;
  for (const [name, code, sentence] of cases)
    await expect(writeOutput(path.join(folder, name), bytes("new")), name).rejects.toMatchObject({
      code,
      message: expect.stringMatching(sentence),
    });
  expect((await readdir(folder)).sort()).toEqual(["file", "folder", "link"]);
  expect(await readFile(path.join(folder, "file"), "utf8")).toBe("kept");
});

test("an export to a link is written to the link's target, and the old file is saved there too", async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "real.csv"), "before");
  await symlink(path.join(folder, "real.csv"), path.join(folder, "a.csv"));
  const kept = await writeOutput(path.join(folder, "a.csv"), bytes("after"));
  expect(await readFile(kept ?? "", "utf8")).toBe("before");
  expect(await readFile(path.join(folder, "a.csv"), "utf8")).toBe("after");
});

test.each([
  ["a.pdf", undefined, "pdf"],
  ["a.PDF", undefined, "pdf"],
  ["a.htm", undefined, "html"],
  ["a.markdown", undefined, "md"],
  ["a.txt", "Markdown", "md"],
  ["a", undefined, ""],
  ["a.tar.xlsx", undefined, "xlsx"],
  ["a.csv", "json", "json"],
])("%s with --format %s is %j", (to, format, expected) => {
  expect(formatFromName(to, format)).toBe(expected);
});

test("an unknown format is refused with a list of the known ones", () => {
  expect(unknownFormat("xyz", ["pdf", "md"])).toMatchObject({
    code: "invalid",
    message: "The format “xyz” is not supported here. Use pdf and md.",
  });
});
