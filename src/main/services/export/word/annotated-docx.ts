import { carryPassages } from "../../../../shared/anchor/carry.ts";
import { type Coded, codedIn } from "../../../../shared/claims/claims.ts";
import { type ClaimRow, claimRows } from "../../../../shared/claims/rows.ts";
import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import { quoteOf } from "../../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import type { TextRange } from "../../../../shared/model/ranges.ts";
import { shownLibrary } from "../../../../shared/model/shown-library.ts";
import { withShownNames } from "../../../../shared/papers/shown-names.ts";
import { englishWords, type ReportWords } from "../../../../shared/report/words.ts";
import { cutText } from "../../../../shared/text/cut.ts";
import { importDocx } from "../../import/word/import-docx.ts";
import { type PlacedDocument, placedDocument } from "../../import/word/piece-places.ts";
import { openZip } from "../../import/zip-guard.ts";
import { packZip } from "../../import/zip-pack.ts";
import { noteText } from "../pdf/note-text.ts";
import { type CommentRange, markComments } from "./comment-edits.ts";
import { beforeEnd, commentsPart, namespaceOf, PackageFiles } from "./package-parts.ts";
import { escapeXml } from "./xml-spans.ts";

/** What an annotated Word document is made of. */
export type DocxExport = Readonly<{ library: Library; paper: Paper; content: PaperContent; source: Uint8Array }>;
/** The file, and in words what could not be done as asked. */
export type AnnotatedDocx = Readonly<{ bytes: Uint8Array; annotations: number; warnings: readonly Message[] }>;

/** A comment of ours: its number in the file, the words it is on, and the claim it says. */
type Comment = CommentRange & Readonly<{ row: ClaimRow; part: number; of: number }>;

/**
 * A Word document with its claims and notes as comments on their words. Only the parts that hold those words, the
 * comments and what names them are rewritten; every other part keeps its bytes. Comments that the document had stay
 * and are not added twice. Throws as the reader does, and `unreadable` where the document would read differently.
 */
export async function annotatedDocx(
  { library, paper, content, source }: DocxExport,
  words: ReportWords = englishWords,
): Promise<AnnotatedDocx> {
  const entries = await openZip(source);
  const files = new PackageFiles(
    new Map(await Promise.all([...entries.values()].map(async ({ name, read }) => [name, await read()] as const))),
  );
  const document = await placedDocument(paper.fileName, source);
  const coded = codedIn(withShownNames(library), paper.id).filter((claim) => !isOwnComment(claim));
  const shown = shownLibrary(withShownNames(library), words.language);
  const rows = claimRows(shown, coded, new Map([[paper.id, content]]), words.language);
  const known = document.related.get("comments") ?? null;
  const first = known === null ? 0 : nextNumber(files.text(known) ?? "");
  const parts = new Map<string, Comment[]>();
  for (const comment of commentsOf(coded, rows, rangesIn(document.text, content.text, coded), first)) {
    const part = partOf(document, comment);
    if (part !== null) parts.set(part, [...(parts.get(part) ?? []), comment]);
  }
  const comments = [...parts.values()].flat();
  for (const [part, here] of parts) {
    const xml = files.text(part) ?? "";
    const around = { text: document.text, namespace: namespaceOf(xml) };
    files.write(part, markComments(xml, document.parts.get(part) ?? [], here, around));
  }
  if (comments.length > 0) {
    const part = commentsPart(files, document.main, known);
    const xml = files.text(part) ?? "";
    files.write(
      part,
      beforeEnd(xml, comments.map((comment) => printComment(comment, words, namespaceOf(xml))).join("")),
    );
  }
  const bytes = comments.length === 0 ? source : packZip(files.files);
  return {
    bytes,
    annotations: new Set(comments.map(({ row }) => row.id)).size,
    warnings: await checked(bytes, document.text, comments, coded),
  };
}

/** The part that has the first words of a range; null where no words of the file are in it. */
function partOf({ parts }: PlacedDocument, { start, end }: TextRange): string | null {
  let found: { part: string; at: number } | null = null;
  for (const [part, pieces] of parts) {
    const offset = pieces.find((piece) => piece.end > start && piece.start < end)?.start;
    if (offset !== undefined && (found === null || offset < found.at)) found = { part, at: offset };
  }
  return found?.part ?? null;
}

/** Whether a note is a comment of the document itself, which has it already. */
function isOwnComment({ annotation: { origin }, positions }: Coded): boolean {
  return positions.length === 0 && origin?.kind === "comment" && origin.tool === "docx";
}

/** The ranges of each annotation in the document as it is read now; none of one whose words are not there. */
function rangesIn(now: string, before: string, coded: readonly Coded[]): readonly (readonly TextRange[])[] {
  const ranges = coded.map(({ annotation }) => annotation.passage.ranges);
  if (now === before) return ranges;
  return carryPassages(before, now, ranges, { isReading: true }).map((carried) => carried.ranges);
}

function commentsOf(
  coded: readonly Coded[],
  rows: readonly ClaimRow[],
  ranges: readonly (readonly TextRange[])[],
  first: number,
): Comment[] {
  let number = first;
  return coded.flatMap((_, index) => {
    const row = rows[index];
    const own = ranges[index] ?? [];
    return row === undefined
      ? []
      : own.map(({ start, end }, index) => ({ number: number++, start, end, row, part: index + 1, of: own.length }));
  });
}

/** A number that no comment of a part has. */
function nextNumber(xml: string): number {
  const numbers = [...xml.matchAll(/<[^\s>]*comment\s[^>]*?\bid\s*=\s*["'](\d{1,9})["']/g)].map((match) =>
    Number(match[1]),
  );
  return numbers.reduce((most, number) => Math.max(most, number), -1) + 1;
}

function printComment({ number, row, part, of }: Comment, words: ReportWords, namespace: string): string {
  const parts = of === 1 ? [] : [words.say(message("popup.part", { part, count: of }))];
  const lines = [...parts, ...noteText(row, words).split("\n")];
  const author = cutText(row.coder, 250);
  const initials = [...author.matchAll(/(?<!\p{L})\p{L}/gu)]
    .map(([letter]) => letter)
    .join("")
    .slice(0, 9);
  const date = `${row.created.slice(0, 19)}Z`;
  const head = `w:id="${number}" w:author="${escapeXml(author)}" w:date="${date}" w:initials="${escapeXml(initials)}"`;
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
  return `<w:comment xmlns:w="${namespace}" ${head}>${paragraphs.join("")}</w:comment>`;
}

/** What the file says when it is read again: the same text, and each comment on its words, else in a warning. */
async function checked(
  bytes: Uint8Array,
  text: string,
  comments: readonly Comment[],
  coded: readonly Coded[],
): Promise<Message[]> {
  const read = await importDocx("annotated.docx", bytes);
  if (read.content.text !== text) throw new WorkbenchError("unreadable", message("export.docxDiffers"));
  const placed = new Map((read.comments ?? []).map(({ id, ranges }) => [id, ranges]));
  const here = new Set(comments.map(({ row }) => row.id));
  const lost = coded.filter(({ annotation }) => !here.has(annotation.id));
  const moved = comments.filter(({ number, start, end }) => {
    const [range] = placed.get(String(number)) ?? [];
    return range === undefined || !isSame(text, range, { start, end });
  });
  return [
    ...lost.map(({ annotation }) => message("export.noPlace", { quote: cutText(quoteOf(annotation.passage), 60) })),
    ...[...new Set(moved.map(({ row }) => row))].map((row) =>
      message("export.nearPlace", { quote: cutText(row.quote, 60) }),
    ),
  ];
}

/** Whether two ranges have the same words: white space at their ends does not count. */
function isSame(text: string, range: TextRange, other: TextRange): boolean {
  const trimmed = ({ start, end }: TextRange): string => {
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    return `${from} ${from + words.trim().length}`;
  };
  return trimmed(range) === trimmed(other);
}
