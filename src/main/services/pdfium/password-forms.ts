import { encodeDocumentText } from "./document-encoding.ts";

/**
 * The texts that a password may have been encrypted as, the likeliest first, each once: as it was typed; as AES-256
 * asks for it (ISO 32000-2, 7.6.4.3.3); and in PDFDocEncoding, as older encryption asks for it (7.6.4.3.2), the code of
 * each character given by the Latin-1 character of that code. Programs differ in which of them they use, and for
 * plain ASCII they are all the same.
 */
export function passwordForms(password: string): string[] {
  const codes = encodeDocumentText(password);
  const forms = [password, preparePassword(password), ...(codes === null ? [] : [String.fromCharCode(...codes)])];
  return [...new Set(forms)];
}

/** A password as RFC 4013 prepares it: no invisible characters, plain spaces, compatibility forms. */
function preparePassword(password: string): string {
  const visible = password.replace(/\p{Default_Ignorable_Code_Point}/gu, "").replace(/\p{Zs}/gu, " ");
  return visible.normalize("NFKC");
}
