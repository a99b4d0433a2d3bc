import type { Access } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { diskSentence, hasCode } from "../files/disk.ts";
import type { Lock } from "./lock.ts";

/** What a lock calls our own programs, which readers see in their language. */
const programs = {
  "the desktop app": "library.program.desktop",
  "the command line": "library.program.cli",
  "the web host": "library.program.web",
} as const;

/** What may be done with a library, by who has its lock and whether it could be read whole (`trouble` is null then). */
export function accessOf(lock: Lock, trouble: Message | null): Access {
  if (trouble !== null)
    return {
      mode: "read",
      reason: message("library.partlyRead", { reason: trouble }),
      holder: null,
    };
  if (lock.held) return { mode: "write" };
  if (lock.holder === null) {
    const { reason } = lock;
    const notice = reason === undefined ? message("library.readOnly") : message("library.readOnlyNow", { reason });
    return { mode: "read", reason: notice, holder: null };
  }
  const { program, host, pid, since } = lock.holder;
  const name = Object.hasOwn(programs, program) ? message(programs[program as keyof typeof programs]) : program;
  const reason = message("library.heldBy", { program: name, host, pid: `${pid}`, since });
  return { mode: "read", reason, holder: lock.holder };
}

/** A failure of opening as a sentence; what is none of the disk's stays as it is. */
export function sentenceFor(error: unknown): unknown {
  const reason = diskSentence(error);
  return reason === null ? error : new WorkbenchError("disk", message("library.cannotOpen", { reason }), error);
}

/** Turns away a folder that cannot be one; one that can only be read is no reason. */
export function refuseFolder(folder: string): (error: unknown) => void {
  return (error) => {
    if (hasCode(error, "EROFS", "EACCES", "EPERM")) return;
    const why = hasCode(error, "ENOENT", "ENOTDIR", "EEXIST") ? null : diskSentence(error);
    const notice =
      why === null
        ? message("library.notAFolder", { folder })
        : message("library.notAFolderBecause", { folder, reason: why });
    throw new WorkbenchError("invalid", notice, error);
  };
}
