import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { childOf, childrenOf, descendantsOf, parseXml, type XmlElement } from "../xml.ts";
import { openZip } from "../zip-guard.ts";
import { openNames } from "./names.ts";

/** The parts of an OpenDocument text (ODF 1.3, part 3, 3.1.3); in one XML file they are all the same element. */
export type OdtPackage = Readonly<{
  /** Has `office:body` and the styles that only this text uses. */
  content: XmlElement;
  /** Has the styles by name, where there are any. */
  styles: XmlElement | null;
  meta: XmlElement | null;
}>;

/** The most bytes of one part: the whole of it is in memory while it is read. */
const maxPartBytes = 256 << 20;

/** The parts of a document in a zip archive. Throws as the guard does, and `unreadable` for one with a password. */
export async function openArchive(name: string, bytes: Uint8Array): Promise<OdtPackage> {
  const entries = await openZip(bytes);
  const part = async (file: string): Promise<XmlElement | null> => {
    const entry = entries.get(file);
    if (entry === undefined) return null;
    if (entry.bytes > maxPartBytes) throw new WorkbenchError("limit", message("import.xmlTooLarge"));
    return parseXml(await entry.read(), openNames, file);
  };
  const manifest = await part("META-INF/manifest.xml");
  if (manifest !== null && isEncrypted(manifest))
    throw new WorkbenchError("unreadable", message("import.encryptedDocument", { name }));
  const content = await part("content.xml");
  if (content === null) throw new WorkbenchError("unreadable", message("import.noOpenDocument"));
  return { content, styles: await part("styles.xml"), meta: await part("meta.xml") };
}

/** The parts of a document in one XML file (FODT). */
export function openFlat(name: string, bytes: Uint8Array): OdtPackage {
  const content = parseXml(bytes, openNames, name);
  return { content, styles: content, meta: content };
}

/** Whether a file of the archive is encrypted (ODF 1.3, part 2, 3.4). */
function isEncrypted(manifest: XmlElement): boolean {
  for (const { name } of descendantsOf(manifest)) if (name === "manifest:encryption-data") return true;
  return false;
}

/** The text of a document. Throws `unreadable` where it is another kind of document. */
export function bodyOf({ content }: OdtPackage): XmlElement {
  const text = childOf(childOf(content, "office:body"), "office:text");
  // Before it was a standard, the body itself was the text.
  const old = childOf(content, "office:body");
  const body = text ?? (old !== undefined && childrenOf(old, "text:p").length > 0 ? old : undefined);
  if (body === undefined) throw new WorkbenchError("unreadable", message("import.noOpenDocument"));
  return body;
}
