import { type AnchoredComment, instantOfDocument } from "../office/comments.ts";
import { childrenOf, descendantsOf, textOfXml, type XmlElement } from "../xml.ts";

/**
 * The comments of a document (ECMA-376, 17.13.4) with what later versions of Word say of them: which one answers which
 * ([MS-DOCX], 2.5.1.6 commentEx). Comments are known there by the last paragraph of each.
 */
export function wordComments(root: XmlElement | null, extended: XmlElement | null): AnchoredComment[] {
  const comments = childrenOf(root ?? undefined, "w:comment");
  const byParagraph = new Map<string, string>();
  for (const comment of comments) {
    const last = [...descendantsOf(comment)].filter(({ name }) => name === "w:p").at(-1);
    const paragraph = last?.attributes["w14:paraId"];
    if (paragraph !== undefined) byParagraph.set(paragraph, comment.attributes["w:id"] ?? "");
  }
  const parents = new Map<string, string>();
  for (const { attributes } of childrenOf(extended ?? undefined, "w15:commentEx")) {
    const id = byParagraph.get(attributes["w15:paraId"] ?? "");
    const parent = byParagraph.get(attributes["w15:paraIdParent"] ?? "");
    if (id !== undefined && parent !== undefined && id !== parent) parents.set(id, parent);
  }
  return comments.map((comment) => {
    const { "w:id": id = "", "w:author": author = "", "w:date": date } = comment.attributes;
    return {
      id,
      anchor: `comment ${id}`,
      author,
      created: instantOfDocument(date),
      text: wordsOf(comment),
      inReplyTo: parents.get(id) ?? null,
    };
  });
}

/** The words of a comment, a line for each paragraph. */
function wordsOf(comment: XmlElement): string {
  const lines: string[] = [];
  const read = (element: XmlElement): string => {
    if (element.name === "w:t") return textOfXml(element);
    if (element.name === "w:tab") return "\t";
    if (element.name === "w:br") return "\n";
    if (element.name === "w:del" || element.name === "w:pPr" || element.name === "w:rPr") return "";
    return element.children.map((child) => (typeof child === "string" ? "" : read(child))).join("");
  };
  for (const element of descendantsOf(comment)) if (element.name === "w:p") lines.push(read(element));
  return lines.join("\n").trim();
}
