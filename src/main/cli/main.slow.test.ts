import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { languageFor } from "./language.ts";
import { CommandLine } from "./run.cases.ts";
import { forTerminal } from "./run.ts";
import { programVersion } from "./version.ts";

const line = await CommandLine.begin();
const { at, run } = line;
afterAll(() => line.end());

test("help is no failure and opens no library; every command says what it does", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  for (const name of ["import", "annotate", "claims", "export", "report", "verify", "backup", "serve", "bundle"])
    expect(out).toMatch(new RegExp(`^  ${name}\\b.*`, "m"));
  expect((await run("export", "--help")).out.replace(/\s+/g, " ")).toContain("an existing file is renamed to FILE~");
  expect(await readdir(line.folder)).toEqual([]);
});

test("the version is printed alone, and opens no library", async () => {
  const { code, out } = await run("--version");
  expect([code, out]).toEqual([0, `${programVersion()}\n`]);
  expect(await readdir(line.folder)).toEqual([]);
});

test("without arguments the program explains what it can do, in either language", async () => {
  const { code, out, err } = await line.runExactly([], { LANG: "en_GB" });
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^Usage: stancemark/);
  expect(out).toContain("stancemark serve --open");
  expect((await line.runExactly([], { LANG: "ur_PK" })).out).toMatch(/^استعمال: stancemark/);
});

test("bad usage ends with 2 and says what was meant", async () => {
  expect(await run("exprot")).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean export?") });
  expect(await run("export")).toMatchObject({ code: 2 });
  expect(await run("claims", "--nothing")).toMatchObject({ code: 2 });
  expect(await readdir(line.folder)).toEqual([]);
});

test("a folder that cannot be a library is bad usage", async () => {
  await writeFile(at("file"), "x");
  expect(await run("papers", "--library", at("file"))).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("is a file, not a library folder"),
  });
  for (const folder of ["", " "])
    expect(await run("papers", "--library", folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--library needs the path of a folder"),
    });
  const { code, out, err } = await run("import", at("file"), "--library", at("file/inside"));
  expect([code, out, err]).toEqual([1, "", expect.stringMatching(/can't be used as a library folder\. .*\n$/)]);
});

test.each([
  ["papers"],
  ["show", "weir"],
  ["claims"],
  ["search", "gate"],
  ["annotate", "weir", "--quote", "gate"],
  ["codebook"],
  ["codebook", "export", "book.csv"],
  ["export", "weir", "--to", "weir.pdf"],
  ["report", "--to", "report.html"],
  ["history"],
  ["undo"],
  ["verify"],
  ["backup"],
  ["backups"],
  ["restore"],
  ["repair"],
  ["bundle", "export", "--to", "all.zip"],
])("%s %s in a folder without a library is bad usage and makes none", async (...args) => {
  const typo = at("typo");
  expect(await run(...args, "--library", typo)).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("There is no library in"),
  });
  expect(await readdir(line.folder)).not.toContain("typo");
});

test.each(["192.0.2.1", "2001:db8::1"])(
  "nothing is served at %s unless that is said in plain words",
  async (address) => {
    expect(await run("serve", "--address", address)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("--let-others-in"),
    });
  },
);

// The address may be there first, since the page is served while the library is opened.
test("a library that cannot be opened ends the program", async () => {
  const folder = at("newer");
  await mkdir(folder);
  await writeFile(path.join(folder, "library.json"), `{"format":99,"sha256":"${"0".repeat(64)}","state":{}}\n`);
  expect(await run("serve", "--library", folder)).toMatchObject({
    code: 1,
    err: expect.stringContaining("newer version of Stancemark"),
  });
});

/** Every way to make a terminal do something: colours, titles, the 8-bit forms, answers typed for the reader. */
const orders = "\u001b[31m\u001b]0;title\u0007\u009b31m\u0090q\u009c\u0008\u007f\r\u0000";

test("words that a terminal would obey are shown and not obeyed", async () => {
  // A text with other control characters is refused as no text; titles and notes may have any.
  await writeFile(at("weir.md"), "# The weir\n\nThe gate \u001b]0;title\u001b\\ is open.\n");
  await writeFile(at("claims.csv"), `paper,quote,note\nweir,gate,"${orders}"\n`);
  expect((await run("import", at("weir.md"), "--title", `weir ${orders}`)).code).toBe(0);
  expect((await run("show", "weir")).out).toContain("\ufffd");
  for (const args of [
    ["papers"],
    ["show", "weir"],
    ["show", "weir", "--text"],
    ["annotate", "--from", at("claims.csv")],
    ["claims"],
    ["claims", "--json"],
    ["history", "--details"],
    ["show", `none ${orders}`],
    ["import", at(`none ${orders}.md`.replace(/\0/g, ""))],
    ["codebook"],
    ["search", "gate"],
  ]) {
    const { out, err } = await run(...args);
    expect([args[0], out + err]).toEqual([args[0], expect.not.stringMatching(/(?![\n\t])\p{Cc}/u)]);
  }
  // JSON has the same words, as escapes.
  const result = await run("papers", "--json");
  expect(result.out).not.toMatch(/(?!\n)\p{Cc}/u);
  const titles = (JSON.parse(result.out) as { title: string }[]).map(({ title }) => title);
  expect(titles.some((title) => title.includes("\u001b]0;title\u0007\u009b31m"))).toBe(true);
  expect(forTerminal(`a\tb\n${orders}`)).toBe(`a\tb\n${orders.replace(/\p{Cc}/gu, "\ufffd")}`);
  expect(forTerminal("نهر — 水 é 👩‍👧\u200f")).toBe("نهر — 水 é 👩‍👧\u200f");
});

test("names that change direction or hide text are written out, and JSON has them as escapes", async () => {
  const [title, issue] = ["Report \u202efdp.exe", "Wa\u200bter"];
  const there = (...args: string[]) => run(...args, "--library", at("hidden"));
  await writeFile(at("plain.md"), "The bridge is \u202eclosed.\n");
  expect((await there("import", at("plain.md"), "--title", title)).out).toContain("Report ⟨U+202E⟩fdp.exe");
  await there("annotate", title, "--quote", "bridge", "--issue", issue, "--stance", "+");
  for (const args of [
    ["papers"],
    ["show", title],
    ["claims"],
    ["codebook"],
    ["history", "--details"],
    ["search", "bridge"],
    ["show", `none ${title}`],
    ["import", at(`none \u202egpj.exe`)],
    ["papers", "--json"],
    ["codebook", "--json"],
    ["claims", "--json"],
    ["show", title, "--text"],
  ]) {
    const { out, err } = await there(...args);
    expect([args[0], out + err]).toEqual([args[0], expect.not.stringMatching(/[\u202a-\u202e\u2066-\u2069\u200b]/)]);
  }
  expect(JSON.parse((await there("papers", "--json")).out)[0].title).toBe(title);
  // In the text of a paper every character keeps its place.
  expect((await there("show", title, "--text")).out).toBe("The bridge is \ufffdclosed.\n");
});

test("a library that another program holds is read, and writing says who has it", async () => {
  const { FileLibrary } = await import("../services/store/library.ts");
  const holder = await FileLibrary.open(at("held"), { program: "the desktop app", coder: "Ben" });
  const there = (...args: string[]) => run(...args, "--library", at("held"));
  expect((await there("papers")).code).toBe(0);
  expect(await there("import", path.join(at("weir.md")))).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      /^.*weir\.md was not imported\. This library is read-only: the desktop app on .* \(process \d+\) has had it open since .*\.\n$/,
    ),
  });
  for (const command of ["backup", "restore", "repair", "undo"])
    expect([command, await there(command)]).toEqual([command, expect.objectContaining({ code: expect.any(Number) })]);
  await holder.close();
  expect((await there("import", at("weir.md"))).code).toBe(0);
});

test("the command line speaks the reader's language: by --lang, else by the environment", async () => {
  const wanted = (...args: string[]) => run("show", "Nowhere", ...args);
  expect((await wanted()).err).toBe("There is no paper “Nowhere” in this library.\n");
  expect((await wanted("--lang", "ur")).err).toBe("اس لائبریری میں ”Nowhere“ نام کا کوئی مقالہ نہیں۔\n");
  expect(await wanted("--lang", "fr")).toMatchObject({ code: 2 });
  expect(JSON.parse((await wanted("--json", "--lang", "ur")).err)).toEqual({
    error: {
      code: "missing",
      key: "paper.notFound",
      values: { name: "Nowhere" },
      text: "اس لائبریری میں ”Nowhere“ نام کا کوئی مقالہ نہیں۔",
    },
  });
});

test.each([
  [[], {}, "en"],
  [[], { LANG: "ur_PK.UTF-8" }, "ur"],
  [[], { LC_ALL: "C", LANG: "ur_PK" }, "en"],
  [[], { LC_ALL: "", LC_MESSAGES: "ur", LANG: "de_DE" }, "ur"],
  [["--lang", "en"], { LANG: "ur" }, "en"],
  [["papers", "--lang=ur"], { LANG: "en_US" }, "ur"],
  [["--lang"], { LANG: "ur" }, "en"],
] as const)("with %j and %j the language is %s", (argv, env, expected) => {
  expect(languageFor(argv, env)).toBe(expected);
});
