import { contextBridge, ipcRenderer } from "electron";

/**
 * The bridge between the page and the program. It knows no contract: names and arguments are checked where calls arrive
 * (`main/electron/ipc.ts`), and what crosses is packed, since contextBridge copies objects one by one.
 */
const listen = (channel: string) => (listener: (packed: unknown) => void) => {
  const hear = (_event: unknown, packed: unknown): void => listener(packed);
  ipcRenderer.on(channel, hear);
  return () => void ipcRenderer.off(channel, hear);
};

contextBridge.exposeInMainWorld("stancemark", {
  call: (layer: string, name: string, packed: unknown) => ipcRenderer.invoke("call", layer, name, packed),
  onNews: listen("news"),
  onCommand: listen("command"),
  onOpened: listen("opened"),
});
