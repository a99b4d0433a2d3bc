import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";

/** What the log has lines for. */
export type LogEvent =
  | "start"
  | "ready"
  | "library open"
  | "library failed"
  | "library closed"
  | "library slow to close"
  | "page gone"
  | "page unresponsive"
  | "page responsive"
  | "page not loaded"
  | "process gone"
  | "second start"
  | "session end"
  | "quit"
  | "error";

/** What a line may say besides: numbers, and short words from tables of the program or of Electron. */
export type LogFacts = Readonly<Record<string, number | boolean | string>>;

/** The size at which the log starts again, in bytes; the one before it is kept. */
const maxBytes = 256 * 1024;

/**
 * The program's log: one line for each event, with its time. It never holds words of papers, titles, names or paths:
 * texts other than short plain words are left out, and errors are reduced to their kind and their place in the program.
 */
export class Log {
  readonly file: string;

  constructor(folder: string) {
    this.file = path.join(folder, "stancemark.log");
  }

  /** Add a line. A log that cannot be written is no reason to stop. */
  write(event: LogEvent, facts: LogFacts = {}): void {
    const parts = Object.entries(facts).map(([name, value]) => `${name}=${plain(value)}`);
    try {
      mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
      if ((statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes)
        renameSync(this.file, `${this.file}.1`);
      appendFileSync(this.file, `${[new Date().toISOString(), event, ...parts].join(" ")}\n`, { mode: 0o600 });
    } catch {
      // The disk may be full or gone.
    }
  }

  error(error: unknown): void {
    this.write("error", factsOf(error));
  }

  /** All lines there are, the oldest first. */
  read(): string {
    return [`${this.file}.1`, this.file]
      .map((file) => {
        try {
          return readFileSync(file, "utf8");
        } catch {
          return "";
        }
      })
      .join("");
  }
}

function plain(value: number | boolean | string): string {
  return typeof value !== "string" || /^[\w.:/ -]{1,120}$/.test(value) ? String(value).replaceAll(" ", "_") : "…";
}

/**
 * An error without its sentence, which may quote a paper or name a file: its kind, its code, and the lines of the
 * program where it arose.
 */
export function factsOf(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const frames = (error.stack ?? "").matchAll(/^ {4}at .*?([\w.-]+\.(?:[cm]?js|ts)):(\d+):\d+\)?$/gm);
  const places = [...frames].slice(0, 6).map(([, file, line]) => `${file}:${line}`);
  return { kind: error.name, ...code, at: places.join(" ") };
}
