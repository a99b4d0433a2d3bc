import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, vi } from "vitest";
import { main } from "./main.ts";

export type Ran = Readonly<{ code: number; out: string; err: string }>;

/**
 * The command line on a library of its own, in this process; starting one for each line would take most of a minute.
 */
export class CommandLine {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async begin(): Promise<CommandLine> {
    return new CommandLine(await mkdtemp(path.join(tmpdir(), "stancemark-cli-")));
  }

  end(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  readonly at = (name: string): string => path.join(this.folder, name);

  /** Exit code and all that was written. */
  readonly run = (...args: string[]): Promise<Ran> => {
    const library = args.includes("--library") ? [] : ["--library", this.at("library")];
    return this.runExactly([...args, ...library, "--coder", "Ada"], process.env);
  };

  /** The same with these arguments only. */
  readonly runExactly = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> => {
    const [out, err] = [process.stdout, process.stderr].map(listenTo);
    const code = await main(args, env);
    return { code, out: out?.() ?? "", err: err?.() ?? "" };
  };

  /** What a command that must work prints with `--json`. */
  readonly json = async (...args: string[]): Promise<unknown> => {
    const { code, out, err } = await this.run(...args, "--json");
    expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
    return JSON.parse(out);
  };
}

/** Keeps what is written from now on; the function returned gives it and lets the stream go. */
function listenTo(stream: NodeJS.WriteStream): () => string {
  const written: string[] = [];
  const spy = vi.spyOn(stream, "write").mockImplementation((text) => written.push(String(text)) > 0);
  return () => {
    spy.mockRestore();
    return written.join("");
  };
}
