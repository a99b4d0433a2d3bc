import { contextBridge, ipcRenderer } from "electron";
import { hostMethods } from "../shared/contract/host.ts";
import { methods } from "../shared/contract/workbench.ts";

const calls = (prefix: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, (args: unknown) => ipcRenderer.invoke(`${prefix}:${name}`, args)]));

const listen = (channel: string) => (listener: (value: unknown) => void) => {
  const hear = (_event: unknown, value: unknown): void => listener(value);
  ipcRenderer.on(channel, hear);
  return () => void ipcRenderer.off(channel, hear);
};

contextBridge.exposeInMainWorld("stancemark", {
  workbench: { ...calls("workbench", methods), subscribe: listen("news") },
  host: { ...calls("host", hostMethods), onCommand: listen("command") },
});
