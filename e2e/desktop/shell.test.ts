import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { newIssue, temporaryFolder } from "../../src/main/services/fixture.cases.ts";
import { workbenchSuite } from "../../src/main/services/workbench.suite.ts";
import {
  type ContextTarget,
  commandOf,
  contextCommands,
  contextMenus,
  factNames,
  type WindowFacts,
} from "../../src/shared/contract/commands.ts";
import { hostMethods } from "../../src/shared/contract/host.ts";
import { contentPolicy } from "../../src/shared/contract/policy.ts";
import { methods, type News } from "../../src/shared/contract/workbench.ts";
import { boot, forkShell } from "./running-shell.ts";

describe("the workbench through preload and IPC", () => {
  workbenchSuite(async () => (await boot()).workbench);
});

test("the window is isolated, and the preload offers exactly the contract", async () => {
  const { ask } = await boot();
  const seen = (await ask("seen")) as { window: { webPreferences: { preload: string } } };
  expect(seen).toMatchObject({
    window: {
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    },
    sandboxed: "before ready",
    address: "stancemark-app://app/index.html",
    bridge: ["call", "onNews", "onCommand", "onOpened"],
    handlers: ["call"],
    menu: ["File", "Edit", "View", "Go", "Claim", "Window", "Help"],
  });
  for (const name of [...methods, "close", "backUpInto", "constructor"])
    expect(await ask("host", name, {}), name).toMatchObject({
      ok: false,
      error: { reason: { key: "general.noSuchCall" } },
    });
  for (const name of [...hostMethods, "close", "backUpInto", "subscribe", "constructor"])
    expect(await ask("workbench", name, {}), name).toMatchObject({
      ok: false,
      error: { reason: { key: "general.noSuchCall" } },
    });
  await expect(ask("invoke", "workbench:state", {})).rejects.toThrow("No handler");
  for (const packed of [null, {}, "state", ["{"], [1], ['{"a":{"$bytes":0}}', "no bytes"]])
    expect(await ask("invoke", "call", "workbench", "state", packed)).toMatchObject([
      expect.stringContaining('"ok":false'),
    ]);
  expect(existsSync(seen.window.webPreferences.preload)).toBe(true);
  expect(seen).toHaveProperty("switches", process.platform === "linux" ? ["enable-speech-dispatcher"] : []);
  // Any further privilege would take the page out of its policy or open it to others.
  expect(seen).toHaveProperty("schemes", [
    {
      scheme: "stancemark-app",
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
});

test("the preload is small, and what crosses the bridge is one string however large the library", async () => {
  const { ask, workbench } = await boot();
  const { window } = (await ask("seen")) as { window: { webPreferences: { preload: string } } };
  expect((await stat(window.webPreferences.preload)).size).toBeLessThan(5_000);
  const edits = Array.from({ length: 200 }, (_, index) => newIssue(`Issue ${index}`));
  await workbench.commit({ label: "Add many", edits });
  const { library } = await workbench.state({});
  expect(Object.keys(library.issues)).toHaveLength(200);
  const { bridgedByLast } = (await ask("seen")) as { bridgedByLast: number };
  expect(bridgedByLast).toBeLessThanOrEqual(2);
});

test("the menu is in the language of the window and has the reader's keys, at the next start too", async () => {
  const { ask, data, library } = await boot();
  expect(await ask("host", "setLanguage", { language: "ur" })).toMatchObject({ ok: true });
  expect(await ask("host", "setLanguage", { language: "fr" })).toMatchObject({ ok: false, error: { code: "invalid" } });
  await ask("host", "setKeys", { keys: { settings: "Mod-Shift-u", palette: null } });
  const { items } = (await ask("seen")) as { items: Row[] };
  expect(items.find(({ id }) => id === "settings")).toMatchObject({ accelerator: "CmdOrCtrl+Shift+U", enabled: true });
  expect(items.find(({ id }) => id === "palette")).not.toHaveProperty("accelerator", expect.any(String));
  const urdu = ["فائل", "ترمیم", "منظر", "جائیں", "دعویٰ", "ونڈو", "مدد"];
  expect(await ask("seen")).toMatchObject({ menu: urdu });
  await ask("workbench", "state", {});
  await ask("close");
  const again = await boot({ data, library });
  expect(await again.ask("seen")).toMatchObject({ menu: urdu });
});

type Row = { id?: string; type?: string; label?: string; accelerator?: string; enabled?: boolean };
type PopUps = { popUps: { x: number; y: number; rows: Row[] }[] };

test("each menu of a right click is the desktop's own, made of the one command table, and answers with the command", async () => {
  const { ask } = await boot();
  const all = Object.fromEntries(factNames.map((name) => [name, true])) as WindowFacts;
  const targets = Object.keys(contextMenus) as ContextTarget[];
  for (const target of targets) {
    const groups = contextCommands(target, all).map((group) =>
      group.map((id) => ({ id, label: commandOf(id).label, key: commandOf(id).key })),
    );
    const commands = groups.flat();
    const last = commands.at(-1)?.id ?? "";
    await ask("answers", { menu: last });
    expect(await ask("host", "popUpMenu", { groups, x: 40, y: 60 })).toEqual({ ok: true, value: last });
    const shown = ((await ask("seen")) as PopUps).popUps.at(-1);
    expect(shown).toMatchObject({ x: 40, y: 60 });
    const rows = shown?.rows.filter(({ type }) => type !== "separator") ?? [];
    expect(rows.map(({ id, label }) => [id, label])).toEqual(commands.map(({ id, label }) => [id, label]));
    for (const [index, { accelerator }] of rows.entries())
      expect(accelerator === undefined).toBe(commands[index]?.key === null);
    expect(shown?.rows.filter(({ type }) => type === "separator")).toHaveLength(groups.length - 1);
  }
  await ask("answers", { menu: "" });
  const groups = [[{ id: "code", label: "Code…", key: "Enter" }]];
  expect(await ask("host", "popUpMenu", { groups, x: 0, y: 0 })).toEqual({ ok: true, value: null });
});

test("text fields have a menu of their own, in the language of the window; text to read can be copied", async () => {
  const { ask } = await boot();
  const editFlags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true };
  const point = { x: 5, y: 7, editFlags };
  await ask("clickText", { ...point, isEditable: false, selectionText: " " });
  expect(((await ask("seen")) as PopUps).popUps).toEqual([]);
  await ask("clickText", { ...point, isEditable: true, selectionText: "" });
  await ask("clickText", { ...point, isEditable: false, selectionText: "words" });
  await ask("host", "setLanguage", { language: "ur" });
  await ask("clickText", { ...point, isEditable: false, selectionText: "words" });
  const shown = ((await ask("seen")) as PopUps).popUps.map(({ rows }) =>
    rows.map(({ type, label, enabled }) => type ?? [label, enabled]),
  );
  expect(shown).toEqual([
    [["Cut", true], ["Copy", true], ["Paste", false], "separator", ["Select all", true]],
    [["Copy", true]],
    [["نقل کریں", true]],
  ]);
});

test("where the program runs already, a second one opens nothing and ends", async () => {
  const folder = await temporaryFolder();
  const library = path.join(folder, "library");
  const child = forkShell({ library, data: path.join(folder, "data"), env: { STAND_IN_RUNS_ALREADY: "yes" } });
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  expect(existsSync(library)).toBe(false);
});

test("nothing of the session goes out, and nothing is permitted", async () => {
  const { ask } = await boot();
  for (const url of [
    "stancemark-app://app/index.html",
    "stancemark-app://app/assets/a.js",
    "blob:stancemark-app://app/1-2",
    "data:image/png;base64,AA==",
  ])
    expect(await ask("lets", url), url).toBe(true);
  for (const url of [
    "https://example.org/",
    "http://127.0.0.1:4100/",
    "ws://example.org/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "stancemark-app://app.example.org/",
    "stancemark-app://other/",
    "stancemark://claim/27c15a4b",
    "blob:https://example.org/1-2",
    "devtools://devtools/bundled/inspector.html",
    "chrome://settings/",
    "chrome-extension://abc/a.js",
  ])
    expect(await ask("lets", url), url).toBe(false);
  for (const name of ["media", "geolocation", "notifications", "clipboard-read", "hid"])
    expect(await ask("permits", name), name).toBe(false);
  expect(await ask("downloads")).toBe(false);
});

test.each(["first", "later"])("the %s page stays where it is and opens nothing", async (which) => {
  const { ask } = await boot();
  const may = (what: string, url: string): Promise<unknown> => ask("page", which, what, url);
  for (const event of ["will-navigate", "will-frame-navigate", "will-redirect"]) {
    expect(await may(event, "stancemark-app://app/index.html"), event).toBe(true);
    for (const url of [
      "https://example.org/",
      "stancemark-app://app.example.org/",
      "file:///etc/passwd",
      "about:blank",
    ])
      expect(await may(event, url), `${event} ${url}`).toBe(false);
  }
  for (const url of ["https://example.org/", "stancemark-app://app/index.html", "about:blank"])
    expect(await may("window.open", url), url).toBe(false);
  expect(await may("will-attach-webview", "stancemark-app://app/index.html")).toBe(false);
  expect(await may("webrtc", "")).toBe("disable_non_proxied_udp");
});

test("the protocol answers with the built page, its types and its policy, and nothing outside", async () => {
  const { ask } = await boot();
  type Answer = { status: number; headers: Record<string, string>; bytes: Uint8Array };
  const get = async (name: string): Promise<Answer> => (await ask("fetch", `stancemark-app://${name}`)) as Answer;
  const page = await get("app/index.html");
  expect(page).toMatchObject({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": contentPolicy },
  });
  const named = [...new TextDecoder().decode(page.bytes).matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(
    (match) => match[1],
  );
  expect(named.length).toBeGreaterThan(1);
  for (const name of named) {
    const file = await get(`app/${name}`);
    expect(file, name).toMatchObject({ status: 200, headers: { "content-security-policy": contentPolicy } });
    const fonts = [...new TextDecoder().decode(file.bytes).matchAll(/url\(\.?\/?([^)"']+\.woff2?)\)/g)].map(
      (match) => match[1],
    );
    for (const font of fonts.slice(0, 5))
      expect((await get(`app/assets/${font?.replace(/^assets\//, "")}`)).headers["content-type"], font).toMatch(
        /^font\//,
      );
  }
  for (const name of [
    "other/index.html",
    "app/missing.js",
    "app/..%2Fmain%2Findex.js",
    "app/%2E%2E/main/index.js",
    "app/%2Fetc%2Fpasswd",
    "app/",
    "app/%",
  ])
    expect((await get(name)).status, name).toBe(404);
});

test("only the main frame of our own page may call, and only with arguments of the right form", async () => {
  const { ask } = await boot();
  const refused = { ok: false, error: { code: "refused" } };
  for (const [url, parent] of [
    ["https://example.org/", null],
    ["stancemark-app://app.example.org/", null],
    ["stancemark-app://app/index.html", {}],
  ]) {
    await ask("frame", url, parent);
    expect(await ask("workbench", "state", {})).toMatchObject(refused);
    expect(await ask("host", "copy", { text: "x" })).toMatchObject(refused);
  }
  await ask("frame", "stancemark-app://app/index.html", null);
  expect(await ask("workbench", "state", {})).toMatchObject({ ok: true });
  expect(await ask("workbench", "undo", { more: 1 })).toMatchObject({ ok: false, error: { code: "invalid" } });
  expect(await ask("host", "copy", { text: "words" })).toMatchObject({ ok: true });
  expect(await ask("seen")).toMatchObject({ copied: "words" });
});

test("links are opened outside only for web and mail, and only after the reader says so", async () => {
  const { ask } = await boot();
  const invalid = { ok: false, error: { code: "invalid" } };
  for (const url of [
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "smb://server/share",
    "ms-msdt:/id",
    "vscode://x",
    "//example.org",
    " https://example.org",
    "https://a b/",
    "https:",
  ])
    expect(await ask("host", "openLink", { url }), url).toMatchObject(invalid);
  expect(await ask("seen")).toMatchObject({ shown: [], outside: [] });
  await ask("host", "openLink", { url: "https://example.org/a" });
  expect(await ask("seen")).toMatchObject({
    shown: [{ detail: "https://example.org/a", buttons: ["Open", "Cancel"], defaultId: 1, cancelId: 1 }],
    outside: [],
  });
  await ask("answers", { button: 0 });
  for (const url of ["https://еxample.org/", "http://example.org", "MAILTO:a@example.org"])
    await ask("host", "openLink", { url });
  const { shown } = (await ask("seen")) as { shown: { detail?: string }[] };
  expect(shown.map((message) => message.detail)).toContain("https://xn--xample-2of.org/");
  expect(await ask("seen")).toMatchObject({
    outside: ["https://xn--xample-2of.org/", "http://example.org/", "mailto:a@example.org"],
  });
});

test("a file is written only where the reader says, under a name that is safe, after asking before it replaces one", async () => {
  const folder = await temporaryFolder();
  const { ask } = await boot({ library: path.join(folder, "library") });
  const save = (name: string): Promise<unknown> =>
    ask("host", "save", { name, mime: "text/csv", bytes: new TextEncoder().encode("new") });
  expect(await save("../../.bashrc")).toEqual({ ok: true, value: null });
  await save("CON.csv");
  expect(await ask("seen")).toMatchObject({
    shown: [
      { defaultPath: "Paper.bashrc", properties: ["showOverwriteConfirmation", "createDirectory"] },
      { defaultPath: "_CON.csv" },
    ],
  });
  expect(await readdir(folder)).toEqual([]);
  const wanted = path.join(folder, "kept.csv");
  await ask("answers", { save: wanted });
  expect(await save("kept.csv")).toEqual({ ok: true, value: { where: wanted } });
  expect(await readFile(wanted, "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["kept.csv"]);
});

test("papers are read where the reader chooses them, and only their names and bytes reach the page", async () => {
  const folder = await temporaryFolder();
  const { ask } = await boot({ library: path.join(folder, "library") });
  await writeFile(path.join(folder, "a.md"), "# One");
  expect(await ask("host", "chooseFiles", {})).toEqual({ ok: true, value: [] });
  await ask("answers", { open: [path.join(folder, "a.md")] });
  expect(await ask("host", "chooseFiles", {})).toEqual({
    ok: true,
    value: [{ name: "a.md", bytes: new TextEncoder().encode("# One") }],
  });
});

test("the folder of the second backup is chosen in a dialog, and the page learns only what was made", async () => {
  const folder = await temporaryFolder();
  const { ask, workbench } = await boot({ library: path.join(folder, "library") });
  const disk = path.join(folder, "disk");
  await mkdir(disk);
  expect(await ask("host", "chooseBackupFolder", {})).toEqual({ ok: true, value: null });
  expect(await workbench.backupPlace({})).toBeNull();
  await ask("answers", { open: [disk] });
  expect(await ask("host", "chooseBackupFolder", {})).toMatchObject({ ok: true, value: { papers: 0, files: 0 } });
  const place = await workbench.backupPlace({});
  expect([path.dirname(place?.folder ?? ""), place?.last?.name]).toEqual([disk, expect.stringMatching(/\.jsonl$/)]);
  await workbench.forgetBackupPlace({});
  expect(await workbench.backupPlace({})).toBeNull();
});

test("a change that the disk does not take waits until it can be written", async () => {
  const folder = path.join(await temporaryFolder(), "library");
  const { workbench } = await boot({ library: folder });
  const news: News[] = [];
  workbench.subscribe((message) => news.push(message));
  await workbench.state({});
  await rename(folder, `${folder}-away`);
  const waiting = workbench.commit({ label: "Add A", edits: [newIssue("A")] });
  await expect.poll(() => news[0], { timeout: 10_000 }).toMatchObject({ kind: "unsaved", waiting: 1 });
  await rename(`${folder}-away`, folder);
  expect(await waiting).toMatchObject({ label: "Add A" });
});

test("what was done in the desktop app is there after it was killed", async () => {
  const folder = await temporaryFolder();
  const first = await boot({ library: folder });
  const edit = newIssue("A");
  await first.workbench.commit({ label: "Add A", edits: [edit] });
  await first.stop();
  const { library, access } = await (await boot({ library: folder })).workbench.state({});
  expect(Object.keys(library.issues)).toEqual([edit.to?.id]);
  expect(access).toEqual({ mode: "write" });
});
