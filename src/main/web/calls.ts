import type { Context } from "hono";
import { callWorkbench } from "../../shared/contract/call.ts";
import { type Reply, replyOf } from "../../shared/contract/reply.ts";
import { decode, encode, frame, framedType, pack } from "../../shared/contract/wire.ts";
import type { Workbench } from "../../shared/contract/workbench.ts";
import { message } from "../../shared/messages/message.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { isTooHeavy } from "../services/files/json-weight.ts";
import type { Limits } from "./limits.ts";

/**
 * Answers one call of the contract: JSON in, JSON out, or bytes beside JSON for who accepts them and where there are
 * any. What comes in says its length first, and all of it together has a limit.
 */
export function answerCalls(workbench: Workbench, limits: Limits): (context: Context) => Promise<Response> {
  let bytes = 0;
  let calls = 0;
  return async (context) => {
    const { req } = context;
    const length = Number(req.header("content-length") ?? Number.NaN);
    if (req.header("content-type") !== "application/json") return context.text("Calls are JSON.", 415);
    if (!Number.isSafeInteger(length)) return context.text("Say how long the call is.", 411);
    if (length > limits.body) return context.text("This call is too large.", 413);
    if (bytes + length > limits.bodies || calls >= limits.atOnce)
      return context.text("Too much at once; try again.", 503);
    bytes += length;
    calls++;
    try {
      const body = new Uint8Array(await req.arrayBuffer());
      if (isTooHeavy(body)) return context.text("This call is too large.", 413);
      const reply = await replyOf(async () => callWorkbench(workbench, req.param("method") ?? "", dataIn(body)));
      const status = statusOf(reply);
      if (req.header("accept") !== framedType)
        return context.body(encode(reply), status, { "Content-Type": "application/json" });
      const [json, ...others] = pack(reply);
      if (others.length === 0) return context.body(json, status, { "Content-Type": "application/json" });
      const framed = frame([new TextEncoder().encode(json), ...others]);
      return context.body(framed, status, { "Content-Type": framedType });
    } finally {
      bytes -= length;
      calls--;
    }
  };
}

function dataIn(body: Uint8Array): unknown {
  try {
    return decode(new TextDecoder().decode(body));
  } catch {
    throw new WorkbenchError("invalid", message("general.notJson"));
  }
}

function statusOf(reply: Reply): 200 | 400 | 404 | 409 | 500 {
  if (reply.ok) return 200;
  const known = { missing: 404, conflict: 409, internal: 500, damaged: 500 } as const;
  return reply.error.code in known ? known[reply.error.code as keyof typeof known] : 400;
}
