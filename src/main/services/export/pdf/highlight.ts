import type { Quad } from "../../../../shared/model/annotation.ts";
import { dateString, dict, nameOf, type PdfObject, type PdfRef, textString } from "./objects.ts";
import type { PdfUpdate } from "./update.ts";

export type Highlight = Readonly<{
  /** The annotation's identifier, for the first page it is on; with `-p2` … for the pages after it. */
  name: string;
  page: PdfRef;
  quads: readonly Quad[];
  /** Red, green and blue, 0 to 1. */
  colour: readonly [number, number, number];
  author: string;
  subject: string;
  contents: string;
  created: string;
  modified: string;
  /** The highlight on the page before, when the passage runs over a page break. */
  first: PdfRef | null;
}>;

/** A Highlight annotation with appearance and popup (ISO 32000-1, 12.5.6.10). Quads stand upper-left, upper-right, lower-left, lower-right, as all viewers expect. */
export function addHighlight(update: PdfUpdate, one: Highlight): { ref: PdfRef; popup: PdfRef } {
  const xs = one.quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 0));
  const ys = one.quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 1));
  const rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const [left = 0, , right = 0, top = 0] = rect;
  const ref = update.reserve();
  const popup = update.add(
    dict({
      Type: nameOf("Annot"),
      Subtype: nameOf("Popup"),
      Rect: [right + 10, top - 90, right + 210, top],
      Parent: ref,
      Open: false,
    }),
  );
  update.set(
    ref,
    dict({
      Type: nameOf("Annot"),
      Subtype: nameOf("Highlight"),
      Rect: rect,
      QuadPoints: one.quads.flat(),
      C: [...one.colour],
      CA: 1,
      // Print (table 165).
      F: 4,
      NM: textString(one.name),
      T: textString(one.author),
      Subj: textString(one.subject),
      Contents: textString(one.contents),
      CreationDate: dateString(one.created),
      M: dateString(one.modified),
      P: one.page,
      Popup: popup,
      AP: dict({ N: appearance(update, one, rect) }),
      ...(one.first === null ? {} : { IRT: one.first, RT: nameOf("Group") }),
    }),
  );
  return { ref, popup: left === right ? ref : popup };
}

/** Filled quads, multiplied with what is under them, so that the words stay as black as they were. */
function appearance(update: PdfUpdate, one: Highlight, rect: readonly number[]): PdfObject {
  const number = (value: number): string => value.toFixed(2);
  const paths = one.quads.map(
    ([x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]) =>
      `${number(x0)} ${number(y0)} m ${number(x1)} ${number(y1)} l ${number(x3)} ${number(y3)} l ${number(x2)} ${number(y2)} l h f`,
  );
  const bytes = Buffer.from(`/G gs ${one.colour.map(number).join(" ")} rg\n${paths.join("\n")}`, "latin1");
  const state = dict({ Type: nameOf("ExtGState"), BM: nameOf("Multiply"), ca: 1, AIS: false });
  return update.add({
    kind: "stream",
    dict: dict({
      Type: nameOf("XObject"),
      Subtype: nameOf("Form"),
      BBox: [...rect],
      Group: dict({ S: nameOf("Transparency"), Type: nameOf("Group") }),
      Resources: dict({ ExtGState: dict({ G: state }) }),
    }),
    bytes,
  });
}
