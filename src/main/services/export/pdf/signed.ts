import { isArray } from "../../pdf/objects.ts";
import type { PdfSource } from "../../pdf/source.ts";

/** What a reader should know before an annotated copy is handed on: the wishes of an owner, the limits of a signature. */
export function cautionsOf(source: PdfSource): string[] {
  const cautions: string[] = [];
  if (source.cipher?.mayAnnotate === false)
    cautions.push("The owner of this PDF asks that nothing be annotated in it; ask before handing the copy on.");
  const level = certifiedLevel(source);
  if (level !== null && level < 3)
    cautions.push(
      "The signature of this PDF allows no annotations: it stays valid for the pages as they were signed, but viewers will say that the copy was changed.",
    );
  else if (isSigned(source))
    cautions.push(
      "This PDF is signed: the signature covers the paper as it was, and viewers will say that more was added after it.",
    );
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
