import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import { isArray } from "../../pdf/objects.ts";
import type { PdfSource } from "../../pdf/source.ts";

/**
 * What a reader should know before an annotated copy is handed on: the wishes of an owner, the limits of a signature.
 */
export function cautionsOf(source: PdfSource): Message[] {
  const cautions: Message[] = [];
  if (source.cipher?.mayAnnotate === false) cautions.push(message("export.mayNotAnnotate"));
  const level = certifiedLevel(source);
  if (level !== null && level < 3) cautions.push(message("export.certified"));
  else if (isSigned(source)) cautions.push(message("export.signed"));
  return cautions;
}

/** Whether a signature covers the file, certifying or not. */
export function isSigned(source: PdfSource): boolean {
  const form = source.dict(source.catalog().dict.get("AcroForm"));
  const flags = Number(source.resolve(form.get("SigFlags")) ?? 0);
  return (flags & 1) === 1 || certifiedLevel(source) !== null;
}

/** What a certifying signature allows (ISO 32000-1, table 254): 1 nothing, 2 forms, 3 annotations; null without one. */
function certifiedLevel(source: PdfSource): number | null {
  const permissions = source.dict(source.catalog().dict.get("Perms"));
  if (!permissions.has("DocMDP")) return null;
  const references = source.resolve(source.dict(permissions.get("DocMDP")).get("Reference"));
  const first = isArray(references) ? source.dict(references[0]) : new Map();
  return Number(source.dict(first.get("TransformParams")).get("P") ?? 2);
}
