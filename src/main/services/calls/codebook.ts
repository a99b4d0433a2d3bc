import equal from "fast-deep-equal";
import { z } from "zod";
import type { Edit } from "../../../shared/change/edit.ts";
import { updateActor } from "../../../shared/codebook/actors.ts";
import { findOrCreateActor, findOrCreateIssue } from "../../../shared/codebook/find-or-create.ts";
import { findStance, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { CodebookImport } from "../../../shared/contract/table-imports.ts";
import type { Arguments, CodebookFormat, ExportedFile } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { escapeHiddenMarks } from "../../../shared/messages/hidden-marks.ts";
import { message } from "../../../shared/messages/message.ts";
import { type Actor, ActorKind, Issue, type Stance } from "../../../shared/model/codebook.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { newId, StanceId } from "../../../shared/model/ids.ts";
import { issueNames, parsePath, printPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Table } from "../../../shared/model/table.ts";
import { issueOrder } from "../../../shared/report/outline.ts";
import { knownColumns, listCell, printListCell } from "../../../shared/text/columns.ts";
import { codebookName, nameKey } from "../../../shared/text/names.ts";
import { writeCsv } from "../files/csv.ts";
import { mediaTypes } from "../files/media-types.ts";
import { tableIn } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";

const text = z.string().max(20_000).default("");
const lower = z.string().transform((cell) => cell.trim().toLowerCase());

/**
 * One entry of a codebook file, the same in CSV and JSON. `name` is a path for issues; `aliases` are parted by
 * semicolons, `examples` are one on a line, `parent` names what an actor belongs to.
 */
const Row = z.object({
  kind: lower.pipe(z.enum(["issue", "stance", "actor"])),
  name: z.string().trim().min(1).max(2000),
  definition: text,
  include: text,
  exclude: text,
  examples: text,
  colour: lower.pipe(z.union([z.literal(""), Issue.shape.colour])).default(""),
  key: z.string().max(20).default(""),
  archived: lower.pipe(z.enum(["", "yes"])).default(""),
  polarity: z
    .union([z.string(), z.number().transform(String)])
    .transform((cell) => cell.trim().replace(/^\+/, ""))
    .pipe(z.enum(["", "1", "0", "-1"]))
    .default(""),
  glyph: z.string().max(4).default(""),
  actorKind: lower.pipe(z.union([z.literal(""), ActorKind])).default(""),
  aliases: z.string().default(""),
  parent: z.string().trim().max(300).default(""),
});
type Row = z.infer<typeof Row>;

const columns = Row.keyof().options;

/** The codebook as a file other tools and `importCodebook` read. */
export async function exportCodebook(
  { store }: Context,
  { format }: Arguments<"exportCodebook">,
): Promise<ExportedFile> {
  const bytes = new TextEncoder().encode(writers[format](rowsOf(store.library)));
  return { name: `Codebook.${format}`, mime: mediaTypes[format], bytes, annotations: 0, warnings: [] };
}

/** All that a codebook can be written as; each is read by `readTable` too. */
const writers: { readonly [Format in CodebookFormat]: (rows: readonly Row[]) => string } = {
  csv: (rows) => {
    const lines = rows.map((row) => ({ ...row, polarity: row.polarity === "" ? "" : Number(row.polarity) }));
    return writeCsv(lines, { columns });
  },
  json: (rows) => `${escapeHiddenMarks(JSON.stringify({ format: 1, codebook: rows }, null, 2))}\n`,
};

/**
 * Add what a codebook file has and the library has not, by path and name, as one change. Issues that are there keep
 * what is recorded about them; what nobody has said yet is taken from the file. A wrong row is left out and named among
 * the warnings. Throws `invalid` and adds nothing when the file is no codebook or every row is wrong.
 */
export async function importCodebook(
  { store }: Context,
  { name, bytes }: Arguments<"importCodebook">,
): Promise<CodebookImport> {
  const { value, numbers } = await tableIn({ name, bytes });
  const { rows, refused } = checked(name, value, numbers);
  const before = store.library;
  let after = before;
  for (const row of rows) after = withRow(after, row);
  after = withParents(after, before, rows);
  const edits = editsBetween(before, after);
  if (edits.length > 0) await store.commit(message("change.importCodebook", { file: name }), edits);
  const made = (table: string): number => edits.filter((edit) => edit.table === table && edit.from === null).length;
  const updated = edits.filter((edit) => edit.from !== null && edit.to !== null).length;
  return { issues: made("issues"), stances: made("stances"), actors: made("actors"), updated, warnings: refused };
}

function rowsOf(library: Library): Row[] {
  const empty = Row.omit({ kind: true, name: true }).parse({});
  const order = issueOrder(library);
  const issues = Object.values(library.issues).map(
    (issue): Row => ({
      ...empty,
      kind: "issue",
      name: printPath(issueNames(library.issues, issue.id)),
      definition: issue.definition,
      include: issue.include,
      exclude: issue.exclude,
      examples: issue.examples.map((example) => example.replace(/\s*\n\s*/g, " ")).join("\n"),
      colour: issue.colour,
      key: issue.key ?? "",
      archived: issue.archived ? "yes" : "",
    }),
  );
  const stances = stanceScale(library.stances).map(
    (stance): Row => ({
      ...empty,
      kind: "stance",
      name: stance.name,
      definition: stance.definition,
      colour: stance.colour,
      key: stance.key ?? "",
      polarity: stance.polarity === null ? "" : stance.polarity > 0 ? "1" : stance.polarity < 0 ? "-1" : "0",
      glyph: stance.glyph,
    }),
  );
  const actors = Object.values(library.actors).map(
    (actor): Row => ({
      ...empty,
      kind: "actor",
      name: actor.name,
      actorKind: actor.kind ?? "",
      aliases: printListCell(actor.aliases),
      parent: actor.parent === null ? "" : (library.actors[actor.parent]?.name ?? ""),
    }),
  );
  return [
    ...issues.sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0)),
    ...stances,
    ...actors.sort((a, b) => a.name.localeCompare(b.name)),
  ];
}

/** The rows of a codebook file that can be read, and a sentence for each that cannot. */
function checked(name: string, table: unknown, numbers: readonly number[]): { rows: Row[]; refused: Message[] } {
  const list = typeof table === "object" && table !== null && "codebook" in table ? table.codebook : table;
  const lines = z.array(z.record(z.string(), z.unknown())).safeParse(list);
  if (!lines.success) throw new WorkbenchError("invalid", message("codebook.notOne", { name }));
  const cells = lines.data.map((line) => knownColumns(line, columns));
  for (const column of ["kind", "name"] as const)
    if (cells.length > 0 && !cells.some((line) => column in line))
      throw new WorkbenchError("invalid", message("codebook.noColumn", { name, column }));
  const rows: Row[] = [];
  const refused: Message[] = [];
  for (const [index, line] of cells.entries()) {
    const row = Row.safeParse(line);
    if (row.success && !(row.data.kind === "issue" && parsePath(row.data.name).length === 0)) rows.push(row.data);
    else {
      const column = row.success ? "name" : String(row.error.issues[0]?.path[0]);
      refused.push(message("codebook.rowSkipped", { row: numbers[index] ?? index + 1, column }));
    }
  }
  if (rows.length === 0 && refused[0] !== undefined)
    throw new WorkbenchError("invalid", message("codebook.nothingRead", { name, reason: refused[0] }));
  return { rows, refused };
}

function withRow(library: Library, row: Row): Library {
  if (row.kind === "issue") return { ...library, issues: { ...library.issues, ...issuesOf(library, row) } };
  if (row.kind === "actor") return { ...library, actors: { ...library.actors, ...actorOf(library, row) } };
  return { ...library, stances: { ...library.stances, ...stanceOf(library, row) } };
}

function issuesOf(library: Library, row: Row): Table<Issue> {
  const names = parsePath(row.name);
  const { id, edits } = findOrCreateIssue(library.issues, names);
  const made = edits.flatMap((edit) => (edit.table === "issues" && edit.to !== null ? [edit.to] : []));
  const last = made.find((issue) => issue.id === id);
  const issue = last ?? library.issues[id];
  if (issue === undefined) return {};
  const texts = {
    definition: issue.definition || row.definition,
    include: issue.include || row.include,
    exclude: issue.exclude || row.exclude,
    examples: issue.examples.length > 0 ? issue.examples : examplesOf(row),
  };
  const fresh = {
    colour: row.colour || issue.colour,
    key: freeKey(library, row),
    archived: row.archived !== "",
  };
  const full = { ...issue, ...texts, ...(last === undefined ? {} : fresh) };
  return Object.fromEntries([...made, full].map((issue) => [issue.id, issue]));
}

/** The key a row asks for, null where it asks for none or another entry has it. */
function freeKey({ issues, stances }: Library, { key }: Row): string | null {
  const taken = [...Object.values(issues), ...Object.values(stances)].some((issue) => issue.key === key);
  return taken || key === "" ? null : key;
}

function examplesOf({ examples }: Row): string[] {
  const lines = examples.split("\n").map((line) => line.trim().slice(0, 5000));
  return lines.filter((line) => line !== "").slice(0, 200);
}

function actorOf(library: Library, row: Row): Table<Actor> {
  const { id, edits } = findOrCreateActor(library.actors, row.name);
  const made = edits.flatMap((edit) => (edit.table === "actors" && edit.to !== null ? [edit.to] : []));
  const actor = made[0] ?? library.actors[id];
  if (actor === undefined) return {};
  const known = new Set(Object.values(library.actors).flatMap(({ name, aliases }) => [name, ...aliases].map(nameKey)));
  known.add(nameKey(actor.name));
  const fresh = listCell(row.aliases)
    .map(codebookName)
    .filter((alias) => alias !== "" && !known.has(nameKey(alias)));
  const full = {
    ...actor,
    kind: actor.kind ?? (row.actorKind || null),
    aliases: [...actor.aliases, ...new Set(fresh)].slice(0, 100),
  };
  return { [full.id]: full };
}

/**
 * Actors without a parent are put under what they belong to when all of them are there; the order of the lines does not
 * matter.
 */
function withParents(library: Library, before: Library, rows: readonly Row[]): Library {
  const actors = { ...library.actors };
  for (const row of rows) {
    if (row.kind !== "actor" || row.parent === "") continue;
    const { id } = findOrCreateActor(actors, row.name);
    const parent = findOrCreateActor(actors, row.parent);
    if ((before.actors[id]?.parent ?? null) !== null || parent.edits.length > 0) continue;
    for (const edit of updateActor(actors, id, { parent: parent.id }))
      if (edit.table === "actors" && edit.to !== null) actors[edit.to.id] = edit.to;
  }
  return { ...library, actors };
}

function stanceOf(library: Library, row: Row): Table<Stance> {
  if (findStance(library.stances, row.name) !== null) return {};
  const polarity = ({ "": null, "1": 1, "0": 0, "-1": -1 } as const)[row.polarity];
  const rank = Math.max(0, ...Object.values(library.stances).map((stance) => stance.rank)) + 1;
  const stance: Stance = {
    id: newId(StanceId),
    name: row.name,
    definition: row.definition,
    polarity,
    glyph: row.glyph || "•",
    colour: row.colour || "#6f747c",
    key: freeKey(library, row),
    rank,
  };
  return { [stance.id]: stance };
}

/** One edit for each record of the codebook that is not as it was. */
function editsBetween(before: Library, after: Library): Edit[] {
  const changed = <Value>(from: Table<Value>, to: Table<Value>) =>
    Object.keys(to).flatMap((id) => {
      const [old, now] = [from[id] ?? null, to[id]];
      return now === undefined || equal(old, now) ? [] : [{ from: old, to: now }];
    });
  return [
    ...changed(before.issues, after.issues).map((edit): Edit => ({ table: "issues", ...edit })),
    ...changed(before.stances, after.stances).map((edit): Edit => ({ table: "stances", ...edit })),
    ...changed(before.actors, after.actors).map((edit): Edit => ({ table: "actors", ...edit })),
  ];
}
