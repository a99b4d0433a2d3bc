import { type IpcMainInvokeEvent, ipcMain, type WebContents } from "electron";
import { callWorkbench } from "../../shared/contract/call.ts";
import { type HostCalls, type HostMethod, hostContract } from "../../shared/contract/host.ts";
import { replyOf } from "../../shared/contract/reply.ts";
import { packAlone, unpack } from "../../shared/contract/wire.ts";
import type { Workbench } from "../../shared/contract/workbench.ts";
import { message } from "../../shared/messages/message.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { isOurs } from "./confine.ts";

/** What a window can call: its library, and the shell around it. */
export type Callee = Readonly<{ workbench: () => Promise<Workbench>; host: HostCalls }>;

/**
 * Answer the calls of all windows, each by its own library and shell. Arguments and answers are packed (`packAlone`).
 * `calleeOf` finds what belongs to a page; null for a page that is no window of ours.
 */
export function answerWindows(calleeOf: (page: WebContents) => Callee | null): void {
  ipcMain.handle("call", async (event, layer: unknown, name: unknown, packed: unknown) =>
    packAlone(
      await replyOf(async () => {
        checkSender(event);
        const callee = calleeOf(event.sender);
        if (callee === null) throw new WorkbenchError("refused", message("general.otherPage"));
        const [method, args] = [String(name), unpack(packed)];
        if (layer === "workbench") return callWorkbench(await callee.workbench(), method, args);
        return callHost(callee.host, method, args);
      }),
    ),
  );
}

/** A call of the shell: the name must be in its contract, and the arguments must have their form. */
async function callHost(host: HostCalls, name: string, args: unknown): Promise<unknown> {
  if (!isHostMethod(name))
    throw new WorkbenchError("invalid", message("general.noSuchCall", { name: name.slice(0, 50) }));
  const call = host[name] as (checked: unknown) => Promise<unknown>;
  return call(hostContract[name].parse(args));
}

function isHostMethod(name: string): name is HostMethod {
  return Object.hasOwn(hostContract, name);
}

/** Only the main frame of our own page may call. */
export function checkSender(event: Pick<IpcMainInvokeEvent, "senderFrame">): void {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isOurs(frame.url))
    throw new WorkbenchError("refused", message("general.otherPage"));
}
