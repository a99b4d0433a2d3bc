import { mkdirSync } from "node:fs";
import path from "node:path";
import { app, dialog, powerMonitor, protocol, session } from "electron";
import { message } from "../shared/messages/message.ts";
import { claimOfLink } from "../shared/model/claim-link.ts";
import { appScheme, confineContents, confineSession } from "./electron/confine.ts";
import { DesktopApp } from "./electron/desktop-app.ts";
import { answerWindows } from "./electron/ipc.ts";
import { type Launch, parseLaunch, plainLaunch } from "./electron/launch.ts";
import { Log } from "./electron/log.ts";
import { Preferences } from "./electron/preferences.ts";
import { answer } from "./electron/protocol.ts";
import { watchProcesses } from "./electron/recovery.ts";
import { printStep, selfTest } from "./electron/self-test.ts";
import { joinSystem } from "./electron/system.ts";
import { dataFolder } from "./services/files/data-folder.ts";
import { resourcesFolder } from "./services/files/resources.ts";
import { isLibrary } from "./services/workbench.ts";

const packaged = app.isPackaged;
const launch = parseLaunch(process.argv.slice(packaged ? 1 : 2), process.cwd(), packaged ? null : app.getAppPath());
// A self-test leaves the reader's own data alone, and runs beside a program that is open.
const data = launch.selfTest ?? dataFolder({ program: packaged ? process.execPath : null });
mkdirSync(data, { recursive: true, mode: 0o700 });
// Before anything else: the lock against a second start, and all that Chromium stores, are in this folder.
app.setPath("userData", path.join(data, "window"));
const log = new Log(path.join(data, "log"));
const preferences = new Preferences(path.join(data, "window.json"));
const desktop = new DesktopApp({
  preferences,
  log,
  preload: path.join(import.meta.dirname, "../preload/index.cjs"),
  resources: resourcesFolder(),
  data,
  library: () =>
    process.env.STANCEMARK_LIBRARY ?? preferences.state.recent.find(isLibrary) ?? path.join(data, "library"),
});

app.enableSandbox();
joinSystem(app, { platform: process.platform, packaged, installed: data === dataFolder() });
if (preferences.state.withoutAcceleration === process.versions.electron) app.disableHardwareAcceleration();
app.on("web-contents-created", (_event, contents) => confineContents(contents));
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
process.on("uncaughtException", (error) => log.error(error));
process.on("unhandledRejection", (error) => log.error(error));

/** What the system asked for before the program was ready (macOS). */
let early: Launch[] = [];
const receive = (asked: Launch): void => {
  if (app.isReady()) void desktop.receive(asked);
  else early.push(asked);
};

if (app.requestSingleInstanceLock(launch)) start();
else app.quit();

function start(): void {
  log.write("start", { version: app.getVersion(), electron: process.versions.electron ?? "", packaged });
  app.on("open-file", (event, file) => {
    event.preventDefault();
    receive({ ...plainLaunch, files: [file] });
  });
  app.on("open-url", (event, url) => {
    event.preventDefault();
    const claim = claimOfLink(url);
    if (claim !== null) receive({ ...plainLaunch, claims: [claim] });
  });
  app.on("second-instance", (_event, _args, _folder, asked) => {
    log.write("second start");
    receive(asked as Launch);
  });
  app.on("before-quit", (event) => {
    if (desktop.windows.length === 0) return;
    // Windows close only after their libraries have; then the program quits again.
    event.preventDefault();
    void desktop.closeAll();
  });
  app.on("window-all-closed", () => {
    if (launch.selfTest === null) void preferences.written().finally(() => app.quit());
  });
  app.on("will-quit", () => log.write("quit"));
  app.on("child-process-gone", (_event, details) => processGone(details));
  app.whenReady().then(ready).catch(fail);
}

async function ready(): Promise<void> {
  confineSession(session.defaultSession);
  preferences.applyTheme();
  const renderer = path.join(import.meta.dirname, "../renderer");
  protocol.handle(appScheme, (request) => answer(renderer, request.url));
  answerWindows((page) => {
    const own = desktop.windowOf(page);
    return own?.host ? { workbench: () => own.workbench(), host: own.host } : null;
  });
  powerMonitor.on("shutdown", (event?: Readonly<{ preventDefault(): void }>) => {
    // The system waits a little for programs that quit by themselves.
    event?.preventDefault();
    app.quit();
  });
  if (launch.selfTest !== null) {
    const steps = await selfTest(launch.selfTest, (library) => desktop.open(library));
    for (const step of steps) process.stdout.write(`${printStep(step)}\n`);
    app.exit(steps.some(({ failure }) => failure !== null) ? 1 : 0);
    return;
  }
  for (const asked of [launch, ...early]) await desktop.receive(asked);
  early = [];
  log.write("ready");
}

const processGone = watchProcesses(log, () => void adviseAgainstAcceleration());

/** Graphics that fail again and again are a fault of the system; the program can do without them. */
async function adviseAgainstAcceleration(): Promise<void> {
  const [own] = desktop.windows;
  const { electron } = process.versions;
  if (own === undefined || electron === undefined) return;
  const { response } = await dialog.showMessageBox(own.window, {
    type: "warning",
    message: desktop.say(message("desktop.graphicsGone")),
    detail: desktop.say(message("desktop.graphicsAdvice")),
    buttons: [desktop.say(message("desktop.restartWithout")), desktop.say(message("desktop.continue"))],
    defaultId: 0,
    cancelId: 1,
  });
  if (response !== 0) return;
  // A later Electron is tried again.
  preferences.set({ withoutAcceleration: electron });
  app.relaunch();
  app.quit();
}

/** What went wrong before there was a window is reported in a box of its own. */
function fail(error: unknown): void {
  log.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(desktop.say(message("dialog.cannotStart")), reason);
  app.exit(1);
}
