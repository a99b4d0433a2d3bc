import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import { callWorkbench } from "../../shared/contract/call.ts";
import { hostContract, hostMethods } from "../../shared/contract/host.ts";
import { replyOf } from "../../shared/contract/wire.ts";
import { methods, type Workbench } from "../../shared/contract/workbench.ts";
import { message } from "../../shared/messages/message.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { isOurs } from "./confine.ts";
import type { DesktopHost } from "./host.ts";

/** Offer the workbench and the host to our own page, in one loop over each contract, and pass the news on. */
export function serveWindow(window: BrowserWindow, workbench: Workbench, host: DesktopHost): void {
  for (const name of methods)
    ipcMain.handle(`workbench:${name}`, (event, args: unknown) =>
      replyOf(async () => {
        checkSender(event);
        return callWorkbench(workbench, name, args);
      }),
    );
  for (const name of hostMethods)
    ipcMain.handle(`host:${name}`, (event, args: unknown) =>
      replyOf(async () => {
        checkSender(event);
        const call = host[name] as (checked: unknown) => Promise<unknown>;
        return call(hostContract[name].parse(args));
      }),
    );
  const stop = workbench.subscribe((news) => window.webContents.send("news", news));
  window.on("closed", stop);
}

/** Only the main frame of our own page may call. */
export function checkSender(event: Pick<IpcMainInvokeEvent, "senderFrame">): void {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isOurs(frame.url))
    throw new WorkbenchError("refused", message("general.otherPage"));
}
