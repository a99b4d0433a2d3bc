import type { Message } from "../messages/arguments.ts";
import { printMessage } from "../messages/message.ts";

/** Every kind of failure a caller may want to tell apart. */
export type ErrorCode =
  | "invalid" // arguments or a file that do not say what they should
  | "missing" // no such paper, annotation, issue …
  | "ambiguous" // a quote or a name that fits several places
  | "conflict" // the library has changed since the edit was made
  | "reference" // an edit would leave something pointing at nothing
  | "readOnly" // another program holds the library, or the folder cannot be written
  | "password" // a password is needed, or the one given is wrong
  | "unreadable" // a source that no reader can open
  | "disk" // the disk does not take what is to be written
  | "damaged" // a file of the library fails its check
  | "cancelled"
  | "limit" // a worker ran past its time or memory
  | "refused" // a caller without the right token or origin
  | "internal";

/**
 * A failure that is shown to the reader. `message` is the English text, for logs; hosts print `reason` in the reader's
 * language.
 */
export class WorkbenchError extends Error {
  readonly code: ErrorCode;
  readonly reason: Message;
  constructor(code: ErrorCode, reason: Message, cause?: unknown) {
    super(printMessage(reason), cause === undefined ? undefined : { cause });
    this.name = "WorkbenchError";
    this.code = code;
    this.reason = reason;
  }
}
