import { getWorkbench } from "../client/connection.ts";
import { attempt } from "./shell.ts";

const prefix = "preview-";
/** The job whose outcome is waited for; empty when none is. */
let wanted = "";
/** The end of the job begun last. */
let last: Promise<unknown> = Promise.resolve();

/** Whether a job only shows something, so that its progress needs no line above the view. */
export function isPreviewJob(job: string): boolean {
  return job.startsWith(prefix);
}

/**
 * Do work that only shows something. The one before it is stopped, since nobody waits for it any more, and its end
 * awaited: one is done at a time. Null where the work fails, which is said, and where it is given up.
 */
export async function runPreview<Value>(work: (job: string) => Promise<Value>): Promise<Value | null> {
  stopPreview();
  const job = `${prefix}${crypto.randomUUID()}`;
  wanted = job;
  const isWanted = (): boolean => wanted === job;
  const run = (): Promise<Value | null> =>
    attempt(() =>
      work(job).catch((error: unknown) => {
        if (isWanted()) throw error;
        return null;
      }),
    );
  const made = last.then(() => (isWanted() ? run() : null));
  last = made;
  const value = await made;
  if (!isWanted()) return null;
  wanted = "";
  return value;
}

/** Stop what is under way, since nobody looks at it any more. */
export function stopPreview(): void {
  if (wanted === "") return;
  void getWorkbench()
    .cancel({ job: wanted })
    .catch(() => undefined);
  wanted = "";
}
