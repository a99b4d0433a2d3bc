import type { Command } from "commander";
import type { OpenWorkbench } from "../services/workbench.ts";

/** Does a command's work on an open library, closes it, and turns a failure into one sentence and an exit code. */
export type CommandRun = (
  command: Command,
  work: (workbench: OpenWorkbench, json: boolean) => Promise<number | undefined>,
  /** How the library is opened where it is not for one command; see `WorkbenchOptions`. */
  how?: Readonly<{ program: string; patience: number }>,
) => Promise<void>;

/** One JSON document, or lines for people. */
export function printResult(json: boolean, value: unknown, lines: readonly string[]): undefined {
  const text = json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join("");
  process.stdout.write(forTerminal(text));
}

/** A sentence on stderr. */
export function complain(sentence: string): void {
  process.stderr.write(forTerminal(`${sentence}\n`));
}

/** Words of a paper may hold what a terminal obeys (ECMA-48, control functions): each such character is shown as one that does nothing, so that offsets stay. */
export function forTerminal(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, "\ufffd");
}
