import type { Edit } from "../change/edit.ts";
import { message } from "../messages/message.ts";
import type { Passage } from "../model/annotation.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { AnnotationId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { codedOne } from "./claims.ts";
import { isSamePassage } from "./same-coding.ts";

/**
 * Move an annotation to another passage of its paper; all that is coded of it stays. `time` is an ISO instant. Empty
 * when it is there already; throws `missing` when the annotation is gone.
 */
export function passageEdits(
  library: Library,
  paper: PaperId,
  id: AnnotationId,
  passage: Passage,
  time: string,
): Edit[] {
  const from = codedOne(library, paper, id)?.annotation;
  if (from === undefined) throw new WorkbenchError("missing", message("claim.gone"));
  if (isSamePassage(from.passage, passage)) return [];
  return [{ table: "annotations", from, to: { ...from, passage, modified: time } }];
}
