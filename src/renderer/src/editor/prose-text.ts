import { type Node, Schema } from "prosemirror-model";
import { isList, paragraphsOf, printProseSpan, proseSpans } from "../../../shared/report/prose.ts";

/**
 * Free text of a report in the editor: paragraphs of words, bold and italic, and citations that are one letter wide.
 */
export const proseSchema = new Schema({
  nodes: {
    doc: { content: "paragraph+" },
    paragraph: { content: "inline*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", { dir: "auto" }, 0] },
    text: { group: "inline" },
    citation: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { reference: {} },
      leafText: ({ attrs }) => printProseSpan({ kind: "citation", reference: String(attrs.reference) }),
      parseDOM: [{ tag: "span[data-cites]", getAttrs: (span) => ({ reference: span.dataset.cites ?? "" }) }],
      toDOM: ({ attrs }) => ["span", { "data-cites": String(attrs.reference) }],
    },
  },
  marks: {
    bold: { excludes: "_", parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    italic: { excludes: "_", parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  },
});

/** Free text as the editor's document; each line of a list is a paragraph of its own. */
export function proseToDoc(text: string): Node {
  const lines = paragraphsOf(text).flatMap((paragraph) => (isList(paragraph) ? paragraph : [paragraph.join(" ")]));
  return proseSchema.node(
    "doc",
    null,
    (lines.length === 0 ? [""] : lines).map((line) => proseSchema.node("paragraph", null, inlineOf(line))),
  );
}

function inlineOf(line: string): Node[] {
  return proseSpans(line).map((stretch) =>
    stretch.kind === "citation"
      ? proseSchema.node("citation", { reference: stretch.reference })
      : proseSchema.text(stretch.text, stretch.look === "plain" ? [] : [proseSchema.mark(stretch.look)]),
  );
}

/** The editor's document as free text. Lines of a list that follow each other are one list. */
export function docToProse(doc: Node): string {
  const lines = doc.children.map((paragraph) => paragraph.children.map(printNode).join("").trim());
  const texts = lines.filter((line) => line !== "");
  return texts
    .map((line, index) => `${index === 0 ? "" : isList([line, texts[index - 1] ?? ""]) ? "\n" : "\n\n"}${line}`)
    .join("");
}

function printNode(node: Node): string {
  if (node.type.name === "citation") return node.textContent;
  const look = node.marks[0]?.type.name;
  return printProseSpan({
    kind: "words",
    text: node.text ?? "",
    look: look === "bold" || look === "italic" ? look : "plain",
  });
}

/** The words of a paragraph as they are written, and where each of their offsets is in it. */
export function wordsOfParagraph(paragraph: Node): Readonly<{ text: string; placeOf: (offset: number) => number }> {
  const stops: { text: number; place: number; size: number }[] = [];
  let text = "";
  paragraph.forEach((node, place) => {
    const written = node.isText ? (node.text ?? "") : node.textContent;
    stops.push({ text: text.length, place, size: node.nodeSize });
    text += written;
  });
  const placeOf = (offset: number): number => {
    const stop = stops.findLast((stop) => stop.text <= offset);
    return stop === undefined ? 0 : stop.place + Math.min(offset - stop.text, stop.size);
  };
  return { text, placeOf };
}
