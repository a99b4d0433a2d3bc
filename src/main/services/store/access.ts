import type { Access } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { diskSentence, hasCode } from "../files/disk.ts";
import type { Lock } from "./lock.ts";

/** What may be done with a library, by who has its lock and whether it could be read whole (`trouble` is null then). */
export function accessOf(lock: Lock, trouble: string | null): Access {
  if (trouble !== null)
    return {
      mode: "read",
      reason: `This library could not be read whole and is open for reading only; nothing in it will be written over. ${trouble} Restore a backup, or go on with what could be read.`,
      holder: null,
    };
  if (lock.held) return { mode: "write" };
  if (lock.holder === null)
    return { mode: "read", reason: "This library can only be read: its folder cannot be written.", holder: null };
  const { program, host, pid, since } = lock.holder;
  const reason = `This library can only be read: ${program} on ${host} (process ${pid}) has had it open since ${since.slice(0, 16).replace("T", " ")}.`;
  return { mode: "read", reason, holder: lock.holder };
}

/** A failure of opening as a sentence; what is none of the disk's stays as it is. */
export function sentenceFor(error: unknown): unknown {
  const reason = diskSentence(error);
  return reason === null ? error : new WorkbenchError("disk", `The library cannot be opened. ${reason}`, error);
}

/** Turns away a folder that cannot be one; one that can only be read is no reason. */
export function refuseFolder(folder: string): (error: unknown) => void {
  return (error) => {
    if (hasCode(error, "EROFS", "EACCES", "EPERM")) return;
    const why = hasCode(error, "ENOENT", "ENOTDIR", "EEXIST") ? null : diskSentence(error);
    throw new WorkbenchError(
      "invalid",
      `${folder} cannot be used as a library folder.${why === null ? "" : ` ${why}`}`,
      error,
    );
  };
}
