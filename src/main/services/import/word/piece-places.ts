import type { TextRange } from "../office/document-writer.ts";
import type { XmlElement } from "../xml.ts";
import { importDocx } from "./import-docx.ts";

/** A piece of a run: the text it gives, and which element of its part it is, counted in the order of their starts. */
export type PlacedPiece = TextRange & Readonly<{ element: number }>;
/**
 * A document's text with the places of its words: the pieces of each part that has some, in the text's order. `related`
 * names the parts by the types of their relationships, `main` the document's own.
 */
export type PlacedDocument = Readonly<{
  text: string;
  parts: ReadonlyMap<string, readonly PlacedPiece[]>;
  main: string;
  related: ReadonlyMap<string, string>;
}>;

/** Read a Word document as `importDocx` does, with the place of each piece of its runs. Throws as that does. */
export async function placedDocument(name: string, bytes: Uint8Array): Promise<PlacedDocument> {
  const roots = new Map<string, XmlElement>();
  const related = new Map<string, string>();
  let found: ReadonlyMap<XmlElement, TextRange> = new Map();
  const { content } = await importDocx(name, bytes, {
    isBefore: false,
    trace: {
      part: (part, root, type) => {
        roots.set(part, root);
        related.set(type, part);
      },
      places: (places) => {
        found = places;
      },
    },
  });
  const parts = new Map<string, PlacedPiece[]>();
  for (const [part, root] of roots) {
    const pieces: PlacedPiece[] = [];
    let element = -1;
    const visit = (node: XmlElement): void => {
      element++;
      const place = found.get(node);
      if (place !== undefined) pieces.push({ ...place, element });
      for (const child of node.children) if (typeof child !== "string") visit(child);
    };
    visit(root);
    if (pieces.length > 0)
      parts.set(
        part,
        pieces.sort((a, b) => a.start - b.start),
      );
  }
  return { text: content.text, parts, main: related.get("officeDocument") ?? "word/document.xml", related };
}
