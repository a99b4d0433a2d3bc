import { spawn } from "node:child_process";
import { once as eventOnce } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
const { at, run, json } = line;
const journal = async (): Promise<string> => {
  const names = (await readdir(at("library/journal"))).sort();
  return (await Promise.all(names.map((name) => readFile(at(`library/journal/${name}`), "utf8")))).join("");
};

beforeAll(async () => {
  await writeFile(at("weir.md"), "# The Weir\n\nThe weir must stay closed. The town wants it open.\n");
  await writeFile(at("gate.txt"), "Every gate must open.\n\nNobody wants to pay.\n");
  await json("import", at("weir.md"), at("gate.txt"));
  await json("annotate", "The Weir", "--quote", "must stay closed", "--issue", "Water", "--stance", "-");
}, 60_000);

afterAll(() => line.end());

test("of many files the readable ones are imported, and every other one is reported", async () => {
  await writeFile(at("good.txt"), "A third paper.\n");
  const { code, out, err } = await run("import", at("none.md"), at("good.txt"), at("weir.md"), "--json");
  expect(code).toBe(1);
  expect(JSON.parse(err)).toMatchObject({ error: { key: "cli.noFile", values: { file: at("none.md") } } });
  expect(JSON.parse(out)).toMatchObject([
    { title: "good", duplicate: false },
    { title: "The Weir", duplicate: true },
  ]);
  await json("undo");
});

test("a paper is found by title, identifier or the beginning of one", async () => {
  const [weir] = (await json("papers", "--query", "weir")) as { id: string }[];
  for (const name of ["The Weir", "the weir", weir?.id ?? "", weir?.id.slice(0, 35) ?? ""])
    expect(await json("show", name)).toMatchObject({ title: "The Weir", headings: [{ level: 1, text: "The Weir" }] });
  expect((await run("show", "The Weir", "--text")).out).toBe(
    "The Weir\nThe weir must stay closed. The town wants it open.\n",
  );
  expect((await run("show", "The Weir")).out).toMatch(/^title: The Weir$/m);
});

test.each([
  [["--date", "yesterday"], 1, /2021, 2021-03 or 2021-03-09/],
  [["--language", "English, please"], 1, /en or zh-Hans/],
  [["--link", "javascript:alert(1)"], 1, /http:\/\/ or https:\/\//],
  [["--title", " "], 1, /can't be empty/],
  [["--note", "x".repeat(20_001)], 1, /too long/],
  [["--colour", "red"], 2, /There is no option --colour/],
] as const)("paper set %j is refused, and nothing changes", async (args, code, sentence) => {
  const before = await journal();
  expect(await run("paper", "set", "The Weir", ...args)).toMatchObject({ code, err: expect.stringMatching(sentence) });
  expect(await journal()).toBe(before);
});

test.each([
  [["labels", "The Weir", "--from", "2", "--to", "1"], 1, /pages 1 to \d+/],
  [["labels", "The Weir", "--from", "1", "--style", "none"], 1, /need a number or a --prefix/],
  [["labels", "The Weir", "--from", "0"], 2, /whole number, 1 or more/],
  [["labels", "The Weir", "--style", "gothic"], 2, /Use one of: arabic/],
  [["import", "a.md", "b.md", "--title", "One"], 1, /single file only/],
  [["remove", "Nowhere"], 1, /no paper “Nowhere”/],
  [["bundle", "export", "--to", "x.zip", "--paper", "Nowhere"], 1, /no paper “Nowhere”/],
  [["bundle", "import", "none.zip"], 1, /no file/],
  [["restore", "../../library.json"], 1, /no such backup/],
  [["serve", "--port", "70000"], 2, /0 to 65535/],
  [["serve", "--address", "0.0.0.0", "--let-others-in"], 1, /not an address of this computer/],
  [["serve", "--address", "example.org"], 1, /not an address of this computer/],
  [["search"], 2, /needs <query>/],
] as const)("%j is refused in a sentence", async (args, code, sentence) => {
  const before = await journal();
  expect(await run(...args)).toMatchObject({ code, out: "", err: expect.stringMatching(sentence) });
  expect(await journal()).toBe(before);
});

test("a bundle of one paper holds nothing of another", async () => {
  const zip = at("weir.zip");
  expect(await json("bundle", "export", "--to", zip, "--paper", "The Weir")).toMatchObject({ annotations: 1 });
  const there = async (...args: string[]) => JSON.parse((await run(...args, "--library", at("other"), "--json")).out);
  expect(await there("bundle", "import", zip)).toMatchObject({ papers: 1, refused: [] });
  expect(await there("papers")).toMatchObject([{ title: "The Weir" }]);
  expect(await there("claims")).toMatchObject([{ quote: "must stay closed" }]);
  expect((await readFile(zip)).includes("gate.txt")).toBe(false);
});

test("a copy that a synchronising program left is reported, merged and set aside", async () => {
  const library = at("synced");
  const there = (...args: string[]) => run(...args, "--library", library);
  await there("codebook", "add", "Water");
  const [name = ""] = await readdir(path.join(library, "journal"));
  const file = path.join(library, "journal", name);
  const before = await readFile(file);
  await there("codebook", "add", "Theirs");
  await writeFile(file.replace(".jsonl", " (1).jsonl"), await readFile(file));
  await writeFile(file, before);
  await writeFile(path.join(library, "library.json"), "");
  expect((await there("conflicts")).out).toMatch(/^1 change of .* You can merge them\.$/m);
  expect((await there("conflicts", "--merge")).out).toMatch(/^Merged 1 record\.$/m);
  expect(await there("conflicts")).toMatchObject({ code: 0, out: "There are none.\n" });
  const { issues } = JSON.parse((await there("codebook", "--json")).out) as { issues: { path: string }[] };
  expect(issues.map((issue) => issue.path)).toEqual(["Theirs", "Water"]);
});

test("the web host says its address, answers, and ends with its keys when it is asked to", {
  timeout: 60_000,
}, async () => {
  const entry = fileURLToPath(new URL("../cli.ts", import.meta.url));
  const child = spawn(process.execPath, [entry, "serve", "--json", "--library", at("served")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for await (const part of child.stdout) {
    output += String(part);
    if (output.includes("}")) break;
  }
  const { url } = JSON.parse(output) as { url: string };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  const authorization = `Bearer ${new URL(url).searchParams.get("token")}`;
  const enter = () => fetch(new URL("/api/enter", url), { method: "POST", headers: { authorization } });
  expect([(await enter()).status, (await enter()).status]).toEqual([200, 403]);
  expect(await readdir(at("served"))).toContain("lock");
  child.kill("SIGTERM");
  const [code] = await eventOnce(child, "exit");
  expect(code).toBe(0);
  expect(await readdir(at("served"))).not.toContain("lock");
  await expect(fetch(url)).rejects.toThrow();
});

test("the web host prints a new address when one has been used, and with --once none", {
  timeout: 60_000,
}, async () => {
  const entry = fileURLToPath(new URL("../cli.ts", import.meta.url));
  const tokenIn = (url: string): string => new URL(url).searchParams.get("token") ?? "";
  const enter = async (url: string): Promise<number> => {
    const headers = { authorization: `Bearer ${tokenIn(url)}` };
    return (await fetch(new URL("/api/enter", url), { method: "POST", headers })).status;
  };
  for (const once of [[], ["--once"]]) {
    const args = [entry, "serve", "--library", at(`opened${once.length}`), ...once];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    let output = "";
    child.stdout.on("data", (part) => {
      output += String(part);
    });
    const addresses = (): string[] => output.match(/http:\S+/g) ?? [];
    await expect.poll(addresses, { timeout: 30_000 }).toHaveLength(1);
    const [first = ""] = addresses();
    expect([await enter(first), await enter(first)]).toEqual([200, 403]);
    if (once.length === 0) {
      await expect.poll(addresses).toHaveLength(2);
      expect(await enter(addresses()[1] ?? "")).toBe(200);
    }
    child.kill("SIGTERM");
    await eventOnce(child, "exit");
    expect(addresses()).toHaveLength(once.length === 0 ? 3 : 1);
  }
});
