import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { plainLaunch } from "../../src/main/electron/launch.ts";
import { temporaryFolder } from "../../src/main/services/fixture.cases.ts";
import { allRecords } from "../../src/shared/model/by-paper.ts";
import { boot, type Shell } from "./running-shell.ts";

type Seen = {
  open: { done: string[]; title: string; page: string[] }[];
  windows: { x?: number; y?: number; width: number; height: number; backgroundColor: string }[];
  items: { id?: string; label?: string; enabled?: boolean }[];
  shown: { message?: string; detail?: string; defaultPath?: string; properties?: string[] }[];
  libraryBeforeWindow: boolean;
  themes: string[];
  heard: unknown[];
  outside: string[];
  paths: Record<string, string>;
};
const look = async ({ ask }: Shell): Promise<Seen> => (await ask("seen")) as Seen;
const opened = async ({ ask }: Shell, index = 0): Promise<unknown> => ask("host", "takeOpened", {}, index);

test("the window is there before the library is opened, and shows that it is being opened", async () => {
  const shell = await boot();
  expect((await look(shell)).libraryBeforeWindow).toBe(false);
  expect(existsSync(shell.library)).toBe(false);
  await shell.workbench.state({});
  expect(existsSync(shell.library)).toBe(true);
  expect((await look(shell)).open[0]?.done.filter((text) => text.startsWith("progress"))).toEqual([
    "progress 2",
    "progress -1",
  ]);
});

test("work in progress is shown on the task bar and in the dock", async () => {
  const shell = await boot();
  const name = "sample.pdf";
  const bytes = new Uint8Array(await readFile(path.join("resources/sample", name)));
  await shell.workbench.importPaper({ name, bytes, job: "import" });
  const shown = (await look(shell)).open[0]?.done.filter((text) => text.startsWith("progress")) ?? [];
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.some((text) => /^progress 0\.\d+$/.test(text))).toBe(true);
  expect(shown.at(-1)).toBe("progress -1");
});

test("Chromium's own files are in the folder of the app's data", async () => {
  const shell = await boot();
  expect((await look(shell)).paths.userData).toBe(path.join(shell.data, "window"));
});

test("a second start brings the window to the front, also out of the dock, and opens the files it was given", async () => {
  const shell = await boot();
  const file = path.join(await temporaryFolder(), "a.md");
  await writeFile(file, "# Ferries");
  await shell.ask("minimize");
  await shell.ask("secondStart", { ...plainLaunch, files: [file] });
  await expect.poll(async () => (await look(shell)).heard).toContainEqual({ opened: true });
  expect((await look(shell)).open).toMatchObject([{ done: expect.arrayContaining(["restore", "show", "focus"]) }]);
  const items = { files: [{ name: "a.md", bytes: new TextEncoder().encode("# Ferries") }], claims: [], messages: [] };
  expect(await opened(shell)).toEqual({ ok: true, value: items });
  expect(await opened(shell)).toEqual({ ok: true, value: { files: [], claims: [], messages: [] } });
});

test("the system lists library files that were opened, and no papers", async () => {
  const folder = await temporaryFolder();
  const [library, paper] = [path.join(folder, "shared.stancemark"), path.join(folder, "secret.md")];
  for (const file of [library, paper]) await writeFile(file, "# Ferries");
  const shell = await boot();
  await shell.ask("secondStart", { ...plainLaunch, files: [paper, library] });
  await expect.poll(async () => ((await shell.ask("seen")) as { documents: string[] }).documents).toEqual([library]);
});

test("files on the command line, and files that the system hands over, wait until the page asks for them", async () => {
  const folder = await temporaryFolder();
  for (const name of ["a.md", "b.md"]) await writeFile(path.join(folder, name), "x");
  const shell = await boot({ args: ["/nowhere/app", path.join(folder, "a.md"), "--inspect=0"] });
  // The stand-in is itself the program; the first argument is the app's folder.
  expect(await shell.ask("openFile", path.join(folder, "b.md"))).toBe(true);
  await expect.poll(async () => (await look(shell)).heard.length).toBeGreaterThan(0);
  // The page asks as often as it hears of files; which of them are read by then is not said.
  const names: string[] = [];
  const ask = async (): Promise<readonly string[]> => {
    const { value } = (await opened(shell)) as { value: { files: readonly { name: string }[] } };
    names.push(...value.files.map(({ name }) => name));
    return names;
  };
  await expect.poll(ask).toEqual(["a.md", "b.md"]);
});

test("what cannot be opened is said in the window", async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "full"));
  await writeFile(path.join(folder, "full", "a"), "");
  const shell = await boot();
  await shell.ask("secondStart", { ...plainLaunch, files: [path.join(folder, "full"), path.join(folder, "gone.pdf")] });
  await expect.poll(async () => (await look(shell)).heard).toHaveLength(2);
  expect(await opened(shell)).toMatchObject({
    value: {
      messages: [
        { reason: { key: "desktop.notLibrary", values: { folder: "full" } }, bad: true },
        { reason: { key: "desktop.fileUnreadable", values: { file: "gone.pdf" } }, bad: true },
      ],
    },
  });
});

test("a second library opens in a second window, once, and each window works on its own", async () => {
  const shell = await boot();
  await shell.workbench.importSample({});
  const second = path.join(await temporaryFolder(), "second");
  for (const _ of [1, 2]) await shell.ask("secondStart", { ...plainLaunch, library: second });
  await expect.poll(async () => (await look(shell)).open).toHaveLength(2);
  const state = (await shell.ask("workbench", "state", {}, 1)) as {
    value: { library: { papers: object }; name: string };
  };
  expect([state.value.name, Object.keys(state.value.library.papers)]).toEqual(["second", []]);
  expect(Object.keys((await shell.workbench.state({})).library.papers)).toHaveLength(1);
  await shell.ask("host", "setTitle", { title: "Second" }, 1);
  expect((await look(shell)).open.map(({ title }) => title)).toEqual(["", "Second"]);
});

test("the menu speaks to the window in front, and is enabled by what that can do", async () => {
  const shell = await boot();
  await shell.workbench.state({});
  const facts = (undo: boolean) => ({ facts: { undo, writable: true } });
  const second = path.join(await temporaryFolder(), "second");
  await shell.ask("secondStart", { ...plainLaunch, library: second });
  await expect.poll(async () => (await look(shell)).open).toHaveLength(2);
  const enabled = async (): Promise<unknown> => (await look(shell)).items.find(({ id }) => id === "undo")?.enabled;
  const all = async (index: number, undo: boolean): Promise<unknown> => {
    const names = (await import("../../src/shared/contract/commands.ts")).factNames;
    return shell.ask(
      "host",
      "setMenu",
      { facts: Object.fromEntries(names.map((name) => [name, name === "undo" && undo])) },
      index,
    );
  };
  expect(facts(true).facts.undo).toBe(true);
  await all(0, true);
  await all(1, false);
  await shell.ask("window", "focus", 0);
  expect(await enabled()).toBe(true);
  await shell.ask("window", "focus", 1);
  expect(await enabled()).toBe(false);
  await shell.ask("menu", "palette");
  expect((await look(shell)).heard.at(-1)).toEqual({ command: "palette" });
});

test("recent libraries are in the menu, the last one opens at the next start, and can be forgotten", async () => {
  const folder = await temporaryFolder();
  const data = path.join(folder, "data");
  const first = await boot({ data, args: ["/nowhere/app", "--library", path.join(folder, "one")] });
  await first.workbench.state({});
  await first.ask("secondStart", { ...plainLaunch, library: path.join(folder, "two") });
  await expect.poll(async () => (await look(first)).open).toHaveLength(2);
  await first.ask("workbench", "state", {}, 1);
  void first.ask("quit").catch(() => undefined);
  await first.ended();
  const again = await boot({ data, env: { STANCEMARK_LIBRARY: undefined } });
  expect((await again.workbench.state({})).name).toBe("two");
  const labels = async (): Promise<unknown[]> => (await look(again)).items.map(({ label }) => label);
  expect(await labels()).toEqual(expect.arrayContaining([path.join(folder, "one"), path.join(folder, "two")]));
  await again.ask("menu", path.join(folder, "one"));
  await expect.poll(async () => (await look(again)).open).toHaveLength(2);
  await again.ask("menu", "clear-recent");
  expect(await labels()).not.toContain(path.join(folder, "one"));
});

test("another library is chosen in a dialog; a folder with other files is refused", async () => {
  const folder = await temporaryFolder();
  for (const name of ["empty", "full"]) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, "full", "a"), "");
  const shell = await boot();
  await shell.ask("answers", { open: [path.join(folder, "full")] });
  await shell.ask("menu", "open-library");
  await expect.poll(async () => (await look(shell)).heard).toHaveLength(1);
  expect(await opened(shell)).toMatchObject({ value: { messages: [{ reason: { key: "desktop.notLibrary" } }] } });
  await shell.ask("answers", { open: [path.join(folder, "empty")] });
  await shell.ask("menu", "open-library");
  await expect.poll(async () => (await look(shell)).open).toHaveLength(2);
});

test("a link opens its claim in the window whose library has it", async () => {
  const shell = await boot();
  await shell.workbench.importSample({});
  const { library } = await shell.workbench.state({});
  const claim = allRecords(library.annotations)[0]?.id ?? "";
  const second = path.join(await temporaryFolder(), "second");
  await shell.ask("secondStart", { ...plainLaunch, library: second });
  await expect.poll(async () => (await look(shell)).open).toHaveLength(2);
  await shell.ask("openUrl", `stancemark://claim/${claim}`);
  await expect.poll(async () => (await look(shell)).heard).toHaveLength(1);
  expect(await opened(shell, 0)).toMatchObject({ value: { claims: [claim] } });
  expect(await opened(shell, 1)).toMatchObject({ value: { claims: [] } });
  await shell.ask("openUrl", "stancemark://other/x");
  expect((await look(shell)).heard).toHaveLength(1);
});

test("place and size of the window are remembered, and its background has the colour of the theme", async () => {
  const shell = await boot();
  expect((await look(shell)).windows).toMatchObject([{ width: 1440, height: 900, backgroundColor: "#f6f5f1" }]);
  await shell.ask("move", { x: 300, y: 200, width: 900, height: 700 });
  expect(await shell.ask("host", "setLook", { theme: "dark", background: "red" })).toMatchObject({ ok: false });
  await shell.ask("host", "setLook", { theme: "dark", background: "#102030" });
  expect((await look(shell)).open[0]?.done).toContain("background #102030");
  expect((await look(shell)).themes).toEqual(["system", "dark"]);
  void shell.ask("quit").catch(() => undefined);
  await shell.ended();
  const again = await boot({ data: shell.data });
  expect((await look(again)).windows).toMatchObject([
    { x: 300, y: 200, width: 900, height: 700, backgroundColor: "#102030" },
  ]);
  expect((await look(again)).themes).toEqual(["dark"]);
  const dark = await boot({ env: { STAND_IN_DARK: "yes" } });
  expect((await look(dark)).windows).toMatchObject([{ backgroundColor: "#16181b" }]);
});

test("About shows the version and where data is, and opens the licences of all that is inside", async () => {
  const shell = await boot();
  await shell.ask("menu", "about");
  const copy = path.join(shell.data, "licences.txt");
  await expect.poll(async () => (await look(shell)).outside).toEqual([copy]);
  const [shown] = (await look(shell)).shown;
  expect(shown?.message).toBe("Stancemark 0.0.0");
  for (const part of ["MIT", shell.library, shell.data, process.versions.node]) expect(shown?.detail).toContain(part);
  expect(await readFile(copy, "utf8")).toContain("SIL OPEN FONT LICENSE");
});

test("a problem report has versions, counts and the log, and nothing of papers", async () => {
  const shell = await boot();
  await shell.workbench.importSample({});
  const { library } = await shell.workbench.state({});
  const file = path.join(await temporaryFolder(), "report.txt");
  await shell.ask("answers", { save: file });
  await shell.ask("menu", "save-report");
  await expect.poll(() => existsSync(file)).toBe(true);
  const report = await readFile(file, "utf8");
  expect(report).toMatch(/^Stancemark 0\.0\.0\n/);
  expect(report).toMatch(/\nlibrary 1: papers 1, annotations \d+, issues \d+, writable true, damaged false\n/);
  expect(report).toContain("library open milliseconds=");
  const words = [
    shell.library,
    shell.data,
    ...Object.values(library.papers).flatMap(({ title, authors }) => [title, ...authors]),
    ...Object.values(library.issues).map(({ name }) => name),
  ];
  for (const word of words) expect(report).not.toContain(word);
  await expect
    .poll(async () => opened(shell))
    .toMatchObject({
      value: { messages: [{ reason: { key: "desktop.reportSaved" }, bad: false }] },
    });
});

test("printing, and undoing in a field, are the system's", async () => {
  const shell = await boot();
  await shell.ask("host", "print", {});
  await shell.ask("host", "editField", { action: "undo" });
  await shell.ask("host", "editField", { action: "redo" });
  expect(await shell.ask("host", "editField", { action: "reload" })).toMatchObject({ ok: false });
  expect((await look(shell)).open[0]?.page).toEqual(["print", "undo", "redo"]);
});
