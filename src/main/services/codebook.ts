import { z } from "zod";
import { actorEdits, findStance, issueEdits, stanceScale } from "../../shared/coding.ts";
import type { Edit } from "../../shared/edit.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import { issueNames, parsePath, printPath } from "../../shared/issue-path.ts";
import { ActorKind, Issue } from "../../shared/model/codebook.ts";
import { newId, StanceId } from "../../shared/model/ids.ts";
import type { Library } from "../../shared/model/library.ts";
import { issueOrder } from "../../shared/report/outline.ts";
import type { CodebookFormat, CodebookImport, ExportedFile } from "../../shared/workbench.ts";
import { writeCsv } from "./csv.ts";
import type { LibraryStore } from "./store/library.ts";
import { tableIn } from "./workers/pool.ts";

/** One entry of a codebook file, the same in CSV and JSON. `name` is a path for issues; `aliases` are parted by semicolons. */
const Row = z.object({
  kind: z.enum(["issue", "stance", "actor"]),
  name: z.string().trim().min(1).max(2000),
  definition: z.string().default(""),
  colour: z.union([z.literal(""), Issue.shape.colour]).default(""),
  key: z.string().max(20).default(""),
  polarity: z.enum(["", "1", "0", "-1"]).default(""),
  glyph: z.string().max(4).default(""),
  actorKind: z.union([z.literal(""), ActorKind]).default(""),
  aliases: z.string().default(""),
});
type Row = z.infer<typeof Row>;

const columns = ["kind", "name", "definition", "colour", "key", "polarity", "glyph", "actorKind", "aliases"];

/** The codebook as a file other tools and `importCodebook` read. */
export function exportCodebook(library: Library, format: CodebookFormat): ExportedFile {
  const rows = rowsOf(library);
  const text =
    format === "csv"
      ? writeCsv(
          rows.map((row) => ({ ...row, polarity: row.polarity === "" ? "" : Number(row.polarity) })),
          { columns },
        )
      : `${JSON.stringify({ format: 1, codebook: rows }, null, 2)}\n`;
  const mime = format === "csv" ? "text/csv" : "application/json";
  return { name: `Codebook.${format}`, mime, bytes: new TextEncoder().encode(text), annotations: 0, warnings: [] };
}

/** Add what a codebook file has and the library has not, by path and name, as one change. Throws `invalid` and adds nothing when a line is wrong. */
export async function importCodebook(store: LibraryStore, name: string, bytes: Uint8Array): Promise<CodebookImport> {
  const rows = checked(name, await tableIn({ name, bytes }));
  const draft = { library: store.library, edits: [] as Edit[] };
  for (const row of rows) addRow(draft, row);
  if (draft.edits.length > 0) await store.commit(`Import the codebook ${name}`, draft.edits);
  const made = (table: string): number =>
    draft.edits.filter((edit) => edit.table === table && edit.from === null).length;
  return { issues: made("issues"), stances: made("stances"), actors: made("actors"), warnings: [] };
}

function rowsOf(library: Library): Row[] {
  const empty = {
    definition: "",
    colour: "" as const,
    key: "",
    polarity: "" as const,
    glyph: "",
    actorKind: "" as const,
    aliases: "",
  };
  const order = issueOrder(library);
  const issues = Object.values(library.issues).map(
    (issue): Row => ({
      ...empty,
      kind: "issue",
      name: printPath(issueNames(library.issues, issue.id)),
      definition: issue.definition,
      colour: issue.colour,
      key: issue.key ?? "",
    }),
  );
  const stances = stanceScale(library.stances).map(
    (stance): Row => ({
      ...empty,
      kind: "stance",
      name: stance.name,
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
      aliases: actor.aliases.join("; "),
    }),
  );
  return [
    ...issues.sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0)),
    ...stances,
    ...actors.sort((a, b) => a.name.localeCompare(b.name)),
  ];
}

function checked(name: string, table: unknown): Row[] {
  const rows = typeof table === "object" && table !== null && "codebook" in table ? table.codebook : table;
  const result = z.array(Row).safeParse(rows);
  if (result.success) return result.data;
  const [index, field] = result.error.issues[0]?.path ?? [];
  const where =
    typeof index === "number" ? ` in entry ${index + 1}${field === undefined ? "" : ` at “${String(field)}”`}` : "";
  throw new WorkbenchError("invalid", `${name} is not a codebook: it is wrong${where}.`);
}

function addRow(draft: { library: Library; edits: Edit[] }, row: Row): void {
  const { library } = draft;
  const edits =
    row.kind === "issue"
      ? issueRow(library, row)
      : row.kind === "actor"
        ? actorRow(library, row)
        : stanceRow(library, row);
  for (const edit of edits) {
    if (edit.to === null || edit.table === "settings") continue;
    draft.edits.push(edit);
    draft.library = { ...draft.library, [edit.table]: { ...draft.library[edit.table], [edit.to.id]: edit.to } };
  }
}

function issueRow(library: Library, row: Row): Edit[] {
  const names = parsePath(row.name);
  if (names.length === 0) throw new WorkbenchError("invalid", "An issue of the codebook has no name.");
  const { id, edits } = issueEdits(library.issues, names);
  return edits.map((edit) =>
    edit.table === "issues" && edit.to?.id === id
      ? {
          ...edit,
          to: { ...edit.to, definition: row.definition, colour: row.colour || edit.to.colour, key: row.key || null },
        }
      : edit,
  );
}

function actorRow(library: Library, row: Row): Edit[] {
  const aliases = row.aliases
    .split(";")
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");
  return actorEdits(library.actors, row.name).edits.map((edit) =>
    edit.table === "actors" && edit.to !== null
      ? { ...edit, to: { ...edit.to, kind: row.actorKind || null, aliases } }
      : edit,
  );
}

function stanceRow(library: Library, row: Row): Edit[] {
  if (findStance(library.stances, row.name) !== null) return [];
  const polarity = ({ "": null, "1": 1, "0": 0, "-1": -1 } as const)[row.polarity];
  const rank = Object.keys(library.stances).length + 1;
  const stance = {
    id: newId(StanceId),
    name: row.name,
    definition: row.definition,
    polarity,
    glyph: row.glyph || "•",
    colour: row.colour || "#6f747c",
    key: row.key || null,
    rank,
  };
  return [{ table: "stances", from: null, to: stance }];
}
