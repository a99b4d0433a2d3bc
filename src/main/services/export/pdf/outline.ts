import { message } from "../../../../shared/messages/message.ts";
import type { Report } from "../../../../shared/report/outline.ts";
import { englishWords, type ReportWords } from "../../../../shared/report/words.ts";
import { cutText } from "../../../../shared/text/cut.ts";
import { dict, isRef, nameValue, type PdfObject, type PdfRef, textString } from "../../pdf/objects.ts";
import type { PdfUpdate } from "../../pdf/update.ts";

/** An entry of the document outline with those under it (ISO 32000-2, 12.3.3). */
export type Branch = Readonly<{ title: string; destination: PdfObject; children: readonly Branch[] }>;

/** Issues and their claims as a branch that leads to `front`; `destinationOf` gives the place of an annotation. */
export function claimsBranch(
  report: Report,
  front: PdfObject,
  destinationOf: (id: string) => PdfObject,
  { say }: ReportWords = englishWords,
): Branch {
  const children = report.issues.map(({ issue, claims }): Branch => {
    const leaves = claims.map(({ row, glyph }): Branch => {
      const title = `${glyph} ${row.actor === null ? "" : `${row.actor}: `}${shortened(row.quote)}`;
      return { title, destination: destinationOf(row.id), children: [] };
    });
    return { title: `${issue} (${claims.length})`, destination: leaves[0]?.destination ?? null, children: leaves };
  });
  return { title: say(message("report.claims")), destination: front, children };
}

function shortened(quote: string): string {
  const words = quote.replace(/\s+/g, " ").trim();
  return words.length <= 70 ? words : `${cutText(words, 70).replace(/\s\S*$/, "")} …`;
}

/**
 * Add a branch at the end of the paper's own outline, or begin one (ISO 32000-1, section 12.3.3). Returns what the
 * catalog must name.
 */
export function addOutline(update: PdfUpdate, branch: Branch, present: PdfObject): PdfRef {
  const root = isRef(present) ? present : update.reserve();
  const own = update.source.dict(present);
  const item = update.reserve();
  const last = own.get("Last") ?? null;
  write(update, branch, item, root, isRef(last) ? last : null, null);
  if (isRef(last)) update.set(last, new Map([...update.source.dict(last), ["Next", item]]));
  const count = Math.max(0, Number(update.source.resolve(own.get("Count")) ?? 0)) + 1;
  update.set(
    root,
    new Map<string, PdfObject>([
      ...own,
      ["Type", nameValue("Outlines")],
      ["First", own.get("First") ?? item],
      ["Last", item],
      ["Count", count],
    ]),
  );
  return root;
}

function write(
  update: PdfUpdate,
  branch: Branch,
  ref: PdfRef,
  parent: PdfRef,
  prev: PdfRef | null,
  next: PdfRef | null,
): void {
  const refs = branch.children.map(() => update.reserve());
  for (const [index, child] of branch.children.entries()) {
    const own = refs[index];
    if (own !== undefined) write(update, child, own, ref, refs[index - 1] ?? null, refs[index + 1] ?? null);
  }
  update.set(
    ref,
    dict({
      Title: textString(branch.title),
      Parent: parent,
      Prev: prev ?? undefined,
      Next: next ?? undefined,
      Dest: branch.destination ?? undefined,
      First: refs[0],
      Last: refs.at(-1),
      // Negative: closed when the file is opened.
      Count: refs.length === 0 ? undefined : -refs.length,
    }),
  );
}
