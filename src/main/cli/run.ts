import type { Command } from "commander";
import type { OpenWorkbench } from "../services/workbench.ts";

/** Does a command's work on an open library, closes it, and turns a failure into one sentence and an exit code. */
export type Run = (
  command: Command,
  work: (workbench: OpenWorkbench, json: boolean) => Promise<number | undefined>,
  /** How the library is opened where it is not for one command; see `WorkbenchOptions`. */
  how?: Readonly<{ program: string; patience: number }>,
) => Promise<void>;

/** One JSON document, or lines for people. */
export function print(json: boolean, value: unknown, lines: readonly string[]): undefined {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(""));
}
