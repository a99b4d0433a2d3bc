import { carriedFrom } from "../../../shared/claims/versions.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import type { MessageId } from "../i18n/english.ts";

/** The sentence about where an annotation was imported from; null for one that was made here. */
export function originSentence(annotation: Annotation): MessageId | null {
  if (annotation.origin === undefined) return null;
  if (carriedFrom(annotation) !== null) return "annotate.originEarlier";
  return annotation.origin.tool === "pdf" ? "annotate.origin" : "annotate.originDocument";
}
