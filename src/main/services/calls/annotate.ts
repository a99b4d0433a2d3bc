import { findQuote } from "../../../shared/anchor/match.ts";
import { apply } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { type Coding, claimEdits } from "../../../shared/claims/claim-edits.ts";
import { codedIn } from "../../../shared/claims/claims.ts";
import type { CodingRow } from "../../../shared/claims/coding-row.ts";
import { type ResolvedCoding, resolveCoding } from "../../../shared/claims/named-coding.ts";
import { SameCodings } from "../../../shared/claims/same-coding.ts";
import { findStance, meansNoStance, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { AnnotateResult, Arguments } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { paperTables } from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import {
  type AnnotationId,
  type CoderId,
  CoderId as CoderIds,
  newId,
  type PaperId,
} from "../../../shared/model/ids.ts";
import { parsePath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { stanceLabel } from "../../../shared/model/stance-name.ts";
import type { Table } from "../../../shared/model/table.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { sameName } from "../../../shared/text/names.ts";
import type { Context } from "./context.ts";
import { describePassage } from "./papers.ts";
import { describeRegion } from "./region.ts";

type Draft = { library: Library; edits: Edit[]; notices: Message[]; codings: Map<PaperId, SameCodings> };
type Outcome = Readonly<{ annotation: Annotation; isNew: boolean }>;

/** Make claims by their words. Each row is anchored or refused on its own; those anchored are one change. */
export async function annotate(context: Context, { rows }: Arguments<"annotate">): Promise<AnnotateResult> {
  const { store } = context;
  const draft: Draft = { library: store.library, edits: [], notices: [], codings: new Map() };
  const added: { row: number; annotation: Annotation }[] = [];
  const existing: { row: number; annotation: AnnotationId }[] = [];
  const failed: { row: number; reason: Message }[] = [];
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  for (const [row, coding] of rows.entries()) {
    try {
      const { annotation, isNew } = await codeRow(context, draft, coding);
      if (isNew) added.push({ row, annotation });
      else existing.push({ row, annotation: annotation.id });
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      failed.push({ row, reason: error.reason });
    }
  }
  if (draft.edits.length > 0) await store.commit(message("change.claims", { count: added.length }), draft.edits);
  return { added, existing, failed, notices: draft.notices };
}

async function codeRow(context: Context, draft: Draft, row: CodingRow): Promise<Outcome> {
  const { store, papers } = context;
  const paper = findPaper(store.library, row.paper);
  const known = row.id === undefined ? undefined : annotationOf(store.library, row.id);
  if (known !== undefined) return { annotation: known, isNew: false };
  const { text } = await papers.content(paper.id);
  const range = row.region === undefined ? pick(findQuote(text, row.quote), row, paper) : null;
  const meant = row.positions.map((position) => ({
    names: namesOf(position.issue),
    stance: stanceMeant(draft.library, position.stance ?? ""),
    strength: position.strength ?? null,
  }));
  if (row.actor?.trim() === "") throw new WorkbenchError("invalid", message("actor.nameNeeded"));
  if (row.coder?.trim() === "") throw new WorkbenchError("invalid", message("coder.nameNeeded"));
  const passage =
    range === null && row.region !== undefined
      ? await describeRegion(context, { paper: paper.id, region: { ...row.region, quote: cutText(row.quote, 5000) } })
      : await describePassage(context, { paper: paper.id, ranges: range === null ? [] : [range] });
  const { actor, positions } = create(
    draft,
    resolveCoding(draft.library, { actor: row.actor ?? null, positions: meant }),
  );
  const coding: Coding = {
    ...(row.id === undefined ? {} : { id: row.id }),
    paper: paper.id,
    passage,
    actor,
    positions,
    certainty: row.certainty ?? null,
    note: row.note ?? "",
    coder: row.coder === undefined ? store.coder : coderOf(draft, row.coder),
    at: new Date().toISOString(),
  };
  const codings = draft.codings.get(paper.id) ?? new SameCodings(codedIn(store.library, paper.id));
  draft.codings.set(paper.id, codings);
  const same = codings.find(coding);
  if (same !== null) return { annotation: same.annotation, isNew: false };
  const { annotation, edits } = claimEdits(coding);
  codings.add({ annotation, positions: edits.flatMap((edit) => (edit.table === "positions" ? (edit.to ?? []) : [])) });
  draft.edits.push(...edits);
  return { annotation, isNew: true };
}

function annotationOf(library: Library, id: AnnotationId): Annotation | undefined {
  for (const [, table] of paperTables(library.annotations)) if (table[id] !== undefined) return table[id];
  return undefined;
}

function pick(
  places: readonly { start: number; end: number }[],
  row: CodingRow,
  paper: Paper,
): { start: number; end: number } {
  const shown = row.quote.length > 60 ? `${cutText(row.quote, 60)}…` : row.quote;
  const values = { quote: shown, title: paper.title };
  if (places.length === 0) throw new WorkbenchError("missing", message("quote.notFound", values));
  const noted = row.nth === undefined ? places.find(({ start }) => start === row.start) : undefined;
  if (noted !== undefined) return noted;
  if (row.nth === undefined && places.length > 1)
    throw new WorkbenchError("ambiguous", message("quote.several", { ...values, count: places.length }));
  const place = places[(row.nth ?? 1) - 1];
  if (place === undefined)
    throw new WorkbenchError("missing", message("quote.fewer", { ...values, count: places.length }));
  return place;
}

/** Everything is validated before anything is created, so that a refused row leaves no issue behind. */
function namesOf(path: string): string[] {
  const names = parsePath(path);
  if (names.length === 0) throw new WorkbenchError("invalid", message("issue.nameNeeded"));
  if (names.some((name) => name.length > 300))
    throw new WorkbenchError("invalid", message("issue.nameTooLong", { most: 300 }));
  return names;
}

/** The stance that is written; null for no stance. */
function stanceMeant(library: Library, text: string) {
  const stance = text.trim() === "" ? null : findStance(library.stances, text);
  if (stance !== null) return stance.id;
  if (meansNoStance(text)) return null;
  const names = stanceScale(library.stances).map(stanceLabel);
  throw new WorkbenchError("invalid", message("stance.unknown", { name: text, stances: names }));
}

/** Put what a coding needs into the draft, so that the rows after it find it, and report it. */
function create(draft: Draft, resolved: ResolvedCoding): ResolvedCoding {
  if (resolved.edits.length > 0) draft.library = apply(draft.library, resolved);
  draft.edits.push(...resolved.edits);
  for (const { kind, name } of resolved.created)
    draft.notices.push(message(kind === "issue" ? "codebook.issueAdded" : "codebook.actorAdded", { name }));
  return resolved;
}

function coderOf(draft: Draft, written: string): CoderId {
  const name = written.trim();
  const coders: Table<{ id: CoderId; name: string }> = draft.library.coders;
  const known = Object.values(coders).find((coder) => sameName(coder.name, name));
  if (known !== undefined) return known.id;
  const coder = { id: newId(CoderIds), name };
  draft.edits.push({ table: "coders", from: null, to: coder });
  draft.library = { ...draft.library, coders: { ...draft.library.coders, [coder.id]: coder } };
  return coder.id;
}
