import { dialog, type MessageBoxOptions } from "electron";
import type { Message } from "../../shared/messages/arguments.ts";
import { message } from "../../shared/messages/message.ts";
import type { LibraryWindow } from "./library-window.ts";
import type { Log } from "./log.ts";

/** What the reader is asked when something of a window has failed; the first button is the advised one. */
type Question = Readonly<{ what: Message; advice: Message; buttons: readonly Message[] }>;

const questions = {
  gone: {
    what: message("desktop.pageGone"),
    advice: message("desktop.savedIsSafe"),
    buttons: [message("desktop.reload"), message("desktop.closeWindow")],
  },
  notLoaded: {
    what: message("desktop.notLoaded"),
    advice: message("desktop.savedIsSafe"),
    buttons: [message("desktop.reload"), message("desktop.closeWindow")],
  },
  hung: {
    what: message("desktop.hung"),
    advice: message("desktop.hungAdvice"),
    buttons: [message("desktop.wait"), message("desktop.reload")],
  },
} as const satisfies Record<string, Question>;

/** What `watchPage` works with. */
type Watch = Readonly<{ log: Log; say: (text: Message) => string }>;

/**
 * Report a page that crashes, hangs or cannot be loaded, and reload it if the reader wants. The library is in another
 * process and is not affected.
 */
export function watchPage(own: LibraryWindow, { log, say }: Watch): void {
  const { window } = own;
  const contents = window.webContents;
  /** Ends the question about a hung page. */
  let hanging: AbortController | null = null;
  let reloading = false;

  const ask = async (question: Question, signal?: AbortSignal): Promise<number> => {
    const options: MessageBoxOptions = {
      type: "warning",
      message: say(question.what),
      detail: say(question.advice),
      buttons: question.buttons.map(say),
      defaultId: 0,
      cancelId: 0,
      ...(signal === undefined ? {} : { signal }),
    };
    return (await dialog.showMessageBox(window, options)).response;
  };
  const reloadOrClose = async (question: Question): Promise<void> => {
    if (window.isDestroyed()) return;
    if ((await ask(question)) === 0) contents.reload();
    else await own.close();
  };

  contents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit") return;
    log.write("page gone", { reason, code: exitCode });
    hanging?.abort();
    if (reloading) contents.reload();
    else void reloadOrClose(questions.gone);
    reloading = false;
  });
  contents.on("did-fail-load", (_event, code, _description, _url, isMainFrame) => {
    // ERR_ABORTED (net_error_list.h): another load has begun.
    if (!isMainFrame || code === -3) return;
    log.write("page not loaded", { code });
    void reloadOrClose(questions.notLoaded);
  });
  window.on("unresponsive", () => {
    if (hanging !== null) return;
    log.write("page unresponsive");
    const asked = new AbortController();
    hanging = asked;
    void ask(questions.hung, asked.signal).then((response) => {
      if (hanging === asked) hanging = null;
      if (response !== 1 || asked.signal.aborted || window.isDestroyed()) return;
      // A page that hangs does not hear of a reload.
      reloading = true;
      contents.forcefullyCrashRenderer();
    });
  });
  window.on("responsive", () => {
    if (hanging === null) return;
    log.write("page responsive");
    hanging.abort();
    hanging = null;
  });
}

/** How many failures of the graphics process are enough to advise doing without it. */
const enoughFailures = 3;

/**
 * Counts failures of the graphics process, which Chromium starts again itself. `advise` is called once, when there were
 * enough.
 */
export function watchProcesses(log: Log, advise: () => void): (details: ProcessGone) => void {
  let failures = 0;
  return ({ type, reason, exitCode, name = "" }) => {
    if (reason === "clean-exit") return;
    log.write("process gone", { type, reason, code: exitCode, name });
    if (type === "GPU" && ++failures === enoughFailures) advise();
  };
}

/** Details of Electron's `child-process-gone` event. */
export type ProcessGone = Readonly<{ type: string; reason: string; exitCode: number; name?: string }>;
