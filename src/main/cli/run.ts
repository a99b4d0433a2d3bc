import type { Command } from "commander";
import type { Message } from "../../shared/messages/arguments.ts";
import { escapeHiddenMarks, showHiddenMarks, withoutDirectionMarks } from "../../shared/messages/hidden-marks.ts";
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
 * folder. `begin` is what can be done while it is being opened; what it gives is called at the end, whether opening
 * failed or not.
 */
export type CommandHow = Readonly<{
  program?: string;
  patience?: number;
  prepare?: (library: string) => Promise<void>;
  begin?: (opening: Promise<OpenWorkbench>, json: boolean) => Promise<() => Promise<void>>;
}>;

/** One JSON document, in which each message has its text beside it, or lines for people in their language. */
export function printResult(json: boolean, value: unknown, lines: readonly (string | Message)[]): undefined {
  process.stdout.write(json ? jsonText(value) : forTerminal(lines.map((line) => `${say(line)}\n`).join("")));
}

/** A sentence on stderr. */
export function complain(text: string | Message): void {
  process.stderr.write(forTerminal(`${say(text)}\n`));
}

/** A failure on stderr: a sentence, or one JSON document with its code, key and values. */
export function complainOf({ code, reason }: WorkbenchError, json: boolean): void {
  if (!json) {
    complain(reason);
    return;
  }
  const error = { code, ...reason, text: say(reason) };
  process.stderr.write(jsonText({ error }, 0));
}

/** Messages inside of JSON, recognised by having a key, values and nothing else, with their text. */
function withText(_name: string, value: unknown): unknown {
  return isMessage(value) ? { ...value, text: say(value) } : value;
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== "object" || value === null || !("key" in value) || !("values" in value)) return false;
  return typeof value.key === "string" && typeof value.values === "object" && Object.keys(value).length === 2;
}

/** The text of a paper, in which every character keeps its place. */
export function printText(text: string): undefined {
  process.stdout.write(`${withoutDirectionMarks(withoutControls(text))}\n`);
}

/** JSON with what a terminal obeys or hides as escapes: the same data. */
function jsonText(value: unknown, indent = 2): string {
  const json = `${JSON.stringify(value, withText, indent)}\n`;
  return escapeHiddenMarks(json).replace(controls, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What a terminal obeys (ECMA-48, control functions). */
const controls = /(?![\n\t])\p{Cc}/gu;

/**
 * Words may hold what a terminal obeys, or shows in another order: each control function is shown as a character that
 * does nothing, and what changes direction or hides text is written out.
 */
export function forTerminal(text: string): string {
  return showHiddenMarks(withoutControls(text));
}

function withoutControls(text: string): string {
  return text.replace(controls, "\ufffd");
}
