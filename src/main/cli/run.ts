import type { Command } from "commander";
import type { Message } from "../../shared/messages/arguments.ts";
import type { WorkbenchError } from "../../shared/model/errors.ts";
import type { OpenWorkbench } from "../services/workbench.ts";
import { say } from "./language.ts";

/** Does a command's work on an open library, closes it, and turns a failure into one sentence and an exit code. */
export type CommandRun = (
  command: Command,
  work: (workbench: OpenWorkbench, json: boolean) => Promise<number | undefined>,
  how?: CommandHow,
) => Promise<void>;

/**
 * How the library is opened where it is not for one command; see `WorkbenchOptions`. `prepare` is done before, with its
 * folder.
 */
export type CommandHow = Readonly<{
  program?: string;
  patience?: number;
  prepare?: (library: string) => Promise<void>;
}>;

/** One JSON document, in which each message has its text beside it, or lines for people in their language. */
export function printResult(json: boolean, value: unknown, lines: readonly (string | Message)[]): undefined {
  const text = json ? `${JSON.stringify(value, withText, 2)}\n` : lines.map((line) => `${say(line)}\n`).join("");
  process.stdout.write(forTerminal(text));
}

/** A sentence on stderr. */
export function complain(said: string | Message): void {
  process.stderr.write(forTerminal(`${say(said)}\n`));
}

/** A failure on stderr: a sentence, or one JSON document with its code, key and values. */
export function complainOf({ code, said }: WorkbenchError, json: boolean): void {
  if (!json) {
    complain(said);
    return;
  }
  const error = { code, ...said, text: say(said) };
  process.stderr.write(forTerminal(`${JSON.stringify({ error }, withText)}\n`));
}

/** Messages inside of JSON, recognised by having a key, values and nothing else, with their text. */
function withText(_name: string, value: unknown): unknown {
  return isMessage(value) ? { ...value, text: say(value) } : value;
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== "object" || value === null || !("key" in value) || !("values" in value)) return false;
  return typeof value.key === "string" && typeof value.values === "object" && Object.keys(value).length === 2;
}

/**
 * Words of a paper may hold what a terminal obeys (ECMA-48, control functions): each such character is shown as one
 * that does nothing, so that offsets stay.
 */
export function forTerminal(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, "\ufffd");
}
