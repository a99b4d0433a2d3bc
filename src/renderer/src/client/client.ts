import { fileEndings, type Host, type HostCalls, hostMethods } from "../../../shared/contract/host.ts";
import {
  decode,
  encode,
  framedType,
  type Packed,
  pack,
  unframe,
  unpack,
  valueIn,
} from "../../../shared/contract/wire.ts";
import { type Calls, methods, type News, type Workbench } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { OutsideLink } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { texts } from "../i18n/texts.ts";
import { enter, keyHeader } from "./key.ts";
import { openNews } from "./news-source.ts";
import { type NewsSource, watchNews } from "./watch-news.ts";

/** What the preload script offers (`preload/index.ts`). */
type Bridge = Readonly<{
  call(layer: "workbench" | "host", name: string, packed: Packed): Promise<unknown>;
  onNews(listener: (packed: unknown) => void): () => void;
  onCommand(listener: (packed: unknown) => void): () => void;
  onOpened(listener: (packed: unknown) => void): () => void;
}>;

type Send = (name: string, args: unknown) => Promise<unknown>;

/** The workbench and the shell around this window, whichever it is. */
export function connect(): { workbench: Workbench; host: Host } {
  const bridge = (globalThis as { stancemark?: Bridge }).stancemark;
  return bridge === undefined ? connectWeb() : connectDesktop(bridge);
}

function connectDesktop(bridge: Bridge): { workbench: Workbench; host: Host } {
  const send =
    (layer: "workbench" | "host"): Send =>
    async (name, args) =>
      valueIn(unpack(await bridge.call(layer, name, pack(args))));
  const sendHost = send("host");
  return {
    workbench: {
      ...callsOf(send("workbench")),
      subscribe: (listener) => bridge.onNews((packed) => listener(unpack(packed) as News)),
    },
    host: {
      ...(Object.fromEntries(
        hostMethods.map((name) => [name, (args: unknown) => sendHost(name, args)]),
      ) as unknown as HostCalls),
      kind: "electron",
      onCommand: (listener) => bridge.onCommand((packed) => listener(String(unpack(packed)))),
      onOpened: (listener) => bridge.onOpened(() => listener()),
    },
  };
}

/** Calls that only show something: where one fails, nothing of the reader's is unsaved. */
const showing: ReadonlySet<string> = new Set<keyof Calls>([
  "opening",
  "paperRecords",
  "content",
  "history",
  "search",
  "analyse",
  "pageText",
  "pagePicture",
]);

function connectWeb(): { workbench: Workbench; host: Host } {
  const entered = enter({ location, history, storage: localStorage, send: (...args) => fetch(...args) });
  const send: Send = async (name, args) => {
    await entered;
    const response = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: framedType, ...keyHeader(localStorage) },
      body: encode(args),
    }).catch(() => {
      throw new WorkbenchError("internal", message(showing.has(name) ? "connection.noAnswer" : "connection.lost"));
    });
    const type = response.headers.get("Content-Type");
    if (type === framedType) {
      const [json, ...others] = unframe(new Uint8Array(await response.arrayBuffer()));
      return valueIn(unpack([new TextDecoder().decode(json), ...others]));
    }
    const answer = await response.text();
    if (type?.includes("json")) return valueIn(decode(answer));
    throw new WorkbenchError("internal", message("general.internal", { detail: answer.slice(0, 4000) }));
  };
  const open = (): NewsSource =>
    openNews(async (signal) => {
      await entered;
      return fetch("/api/news", { headers: keyHeader(localStorage), signal });
    });
  let listening: Promise<void> = Promise.resolve();
  const subscribe = (listener: (news: News) => void): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    listening = promise;
    return watchNews({ open, listener, onReady: resolve, later: (work, delay) => setTimeout(work, delay) });
  };
  const calls = callsOf(send);
  // Once news are heard: a change between the answer and the first news would be missed.
  const opening: Calls["opening"] = async (args) => {
    await listening;
    return calls.opening(args);
  };
  return { workbench: { ...calls, opening, subscribe }, host: webHost };
}

function callsOf(send: Send): Calls {
  return Object.fromEntries(methods.map((name) => [name, (args: unknown) => send(name, args)])) as unknown as Calls;
}

const webHost: Host = {
  kind: "web",
  onCommand: () => () => undefined,
  onOpened: () => () => undefined,
  chooseFiles: ({ what = "papers" }) =>
    new Promise((resolve) => {
      const input = document.createElement("input");
      input.type = "file";
      input.multiple = true;
      input.accept = fileEndings[what].map((ending) => `.${ending}`).join();
      input.oncancel = () => resolve([]);
      input.onchange = () => void Promise.all([...(input.files ?? [])].map(readFile)).then(resolve);
      input.click();
    }),
  save: async ({ name, mime, bytes }) => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return { where: texts().t("shell.downloads", { name }) };
  },
  // A page of a browser may not name folders.
  chooseBackupFolder: async () => null,
  openLink: async ({ url }) => {
    if (OutsideLink.safeParse(url).success && confirm(texts().t("shell.openLink", { url })))
      open(url, "_blank", "noopener,noreferrer");
    return null;
  },
  copy: async ({ text }) => {
    await navigator.clipboard.writeText(text);
    return null;
  },
  setLanguage: async () => null,
  setTitle: async ({ title }) => {
    document.title = title;
    return null;
  },
  setLook: async () => null,
  setKeys: async () => null,
  editField: async () => null,
  print: async () => {
    window.print();
    return null;
  },
  takeOpened: async () => ({ files: [], claims: [], messages: [] }),
  setMenu: async () => null,
  // The window draws its own.
  popUpMenu: async () => null,
};

/** A file of an input or a drop, as bytes. */
export async function readFile(file: File): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
