import { fromUint8Array } from "js-base64";
import type { ClaimRow } from "../claims/rows.ts";
import { noStance } from "../codebook/stance-scale.ts";
import { type Annotation, type Region, textRanges } from "../model/annotation.ts";
import type { PaperContent } from "../model/content.ts";
import { parsePath, showPath } from "../model/issue-path.ts";
import type { Paper } from "../model/paper.ts";

/** The name of the W3C annotations among a PDF's attachments. */
export const webAnnotationsName = "annotations.jsonld";

type Coded = Readonly<{ annotation: Annotation; row: ClaimRow }>;

/**
 * A paper's claims and notes as a W3C annotation page (Web Annotation Data Model, 2017, sections 3, 4.2.4, 4.2.5 and
 * 5.2). Offsets count code points of the canonical text, as the recommendation counts; ours are UTF-16 units.
 */
export function webAnnotations(paper: Paper, content: PaperContent, coded: readonly Coded[]) {
  const points = codePoints(
    content.text,
    coded.flatMap(({ annotation }) => textRanges(annotation.passage).flatMap((range) => [range.start, range.end])),
  );
  const source = {
    id: `ni:///sha-256;${fromUint8Array(bytesOf(paper.sha256), true)}`,
    "dcterms:title": paper.title,
    ...(paper.format === "pdf" ? { format: "application/pdf" } : {}),
  };
  return {
    "@context": ["http://www.w3.org/ns/anno.jsonld", { dcterms: "http://purl.org/dc/terms/" }],
    type: "AnnotationPage",
    id: `urn:uuid:${paper.id}`,
    startIndex: 0,
    items: coded.map(({ annotation, row }) => ({
      id: `urn:uuid:${annotation.id}`,
      type: "Annotation",
      motivation: row.positions.length > 0 ? "classifying" : "commenting",
      creator: { type: "Person", name: row.coder },
      created: annotation.created,
      modified: annotation.modified,
      body: bodiesOf(row),
      target: [
        ...textRanges(annotation.passage).map(({ start, end, quote, prefix, suffix }) => ({
          source,
          selector: [
            { type: "TextQuoteSelector", exact: quote, prefix, suffix },
            { type: "TextPositionSelector", start: points.get(start) ?? start, end: points.get(end) ?? end },
          ],
        })),
        ...(annotation.passage.region === undefined
          ? []
          : [{ source, selector: [fragmentOf(annotation.passage.region)] }]),
      ],
    })),
  };
}

/** A rectangle of a page as PDF addresses name it (RFC 8118, `viewrect`): pages from 1, points from the upper left. */
function fragmentOf({ page, x, y, width, height }: Region) {
  const sides = [x, y, width, height].map((length) => Math.round(length * 100) / 100);
  const value = `page=${page + 1}&viewrect=${sides.join(",")}`;
  return { type: "FragmentSelector", conformsTo: "http://tools.ietf.org/rfc/rfc8118", value };
}

function bodiesOf(row: ClaimRow) {
  const text = (purpose: string, value: string) => ({ type: "TextualBody", format: "text/plain", purpose, value });
  return [
    ...row.positions.map((position) =>
      text("classifying", `${showPath(parsePath(position.issue))}: ${position.stance ?? noStance.name}`),
    ),
    ...(row.actor === null ? [] : [text("tagging", row.actor)]),
    ...(row.note === "" ? [] : [text("commenting", row.note)]),
  ];
}

/** How many code points are before each of some UTF-16 offsets of a text. */
export function codePoints(text: string, offsets: readonly number[]): Map<number, number> {
  const points = new Map<number, number>();
  let index = 0;
  let before = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    for (; index < offset; before++) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    points.set(offset, before);
  }
  return points;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
