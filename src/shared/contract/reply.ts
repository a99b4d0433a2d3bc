import type { ZodError } from "zod";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import { type ErrorCode, WorkbenchError } from "../model/errors.ts";

/**
 * A failure as plain data: Electron and HTTP both keep no more of a thrown error than this. `message` is the English
 * text.
 */
export type Failure = Readonly<{ code: ErrorCode; reason: Message; message: string }>;
/** What a call gave, or why it failed, as it crosses a border. */
export type Reply = Readonly<{ ok: true; value: unknown }> | Readonly<{ ok: false; error: Failure }>;

/** What happened, as a reply that crosses any border. Unknown errors keep their message but not their stack. */
export async function replyOf(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: (await work()) ?? null };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

/** An error as plain data. Arguments that do not fit become `invalid` with the first thing that is wrong. */
export function failureOf(error: unknown): Failure {
  const { code, reason, message } = asWorkbenchError(error);
  return { code, reason, message };
}

/** Any error as one of ours, to be printed in the reader's language. */
export function asWorkbenchError(error: unknown): WorkbenchError {
  if (error instanceof WorkbenchError) return error;
  if (!isZodError(error))
    return new WorkbenchError("internal", message("general.internal", { detail: detailOf(error) }), error);
  const [issue] = error.issues;
  const detail = issue?.message ?? "wrong form";
  const where = issue?.path.join(".") ?? "";
  return new WorkbenchError(
    "invalid",
    where === "" ? message("general.wrongArguments", { detail }) : message("general.wrongArgument", { where, detail }),
    error,
  );
}

function detailOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 4000);
}

/** By its name: the schemas need not be loaded to say what went wrong. */
function isZodError(error: unknown): error is ZodError {
  return error instanceof Error && error.name === "ZodError" && "issues" in error;
}
