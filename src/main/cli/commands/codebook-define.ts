import type { Edit } from "../../../shared/change/edit.ts";
import { updateActor } from "../../../shared/codebook/actors.ts";
import type { CodebookEntry } from "../../../shared/codebook/entries.ts";
import { archiveIssue, updateIssue } from "../../../shared/codebook/issues.ts";
import { updateStance } from "../../../shared/codebook/stances.ts";
import { message } from "../../../shared/messages/message.ts";
import { Actor, Issue, Stance } from "../../../shared/model/codebook.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";

/** What `codebook define` can say of an entry; an empty text takes a part away. */
export type Parts = Readonly<{
  definition?: string;
  include?: string;
  exclude?: string;
  example?: readonly string[];
  colour?: string;
  key?: string;
  glyph?: string;
  polarity?: string;
  alias?: readonly string[];
  is?: string;
  archived?: boolean;
}>;

/** Edits that define an entry. Throws `invalid` when a part does not fit its form. */
export function define(library: Library, entry: CodebookEntry, parts: Parts): Edit[] {
  const { definition, include, exclude, colour, glyph } = parts;
  const key = orNull(parts.key);
  if (entry.kind === "issue") {
    const part = { definition, include, exclude, colour, key, examples: parts.example };
    const { id, parent: _parent, rank: _rank, ...rest } = fitted(Issue, library.issues[entry.id], part);
    const edits = updateIssue(library.issues, id, rest);
    const { archived } = parts;
    return archived === undefined ? edits : [...edits, ...archiveIssue(withEdits(library, edits), id, archived)];
  }
  if (entry.kind === "stance") {
    const polarity =
      parts.polarity === undefined ? undefined : parts.polarity === "none" ? null : Number(parts.polarity);
    const part = { definition, colour, glyph, key, polarity };
    const { id, rank: _rank, ...rest } = fitted(Stance, library.stances[entry.id], part);
    return updateStance(library.stances, id, rest);
  }
  const aliases = parts.alias?.filter((alias) => alias !== "");
  const { id, ...rest } = fitted(Actor, library.actors[entry.id], { kind: orNull(parts.is), aliases });
  return updateActor(library.actors, id, rest);
}

function orNull(text: string | undefined): string | null | undefined {
  return text === "" ? null : text;
}

type Schema<Value> = Readonly<{ safeParse(value: unknown): Readonly<{ success: boolean; data?: Value | undefined }> }>;

/** A record with the parts that are given, checked as a whole. */
function fitted<Value>(
  schema: Schema<Value>,
  record: Value | undefined,
  part: Readonly<Record<string, unknown>>,
): Value {
  const given = Object.entries(part).filter(([, value]) => value !== undefined);
  const { data } = schema.safeParse({ ...record, ...Object.fromEntries(given) });
  if (data !== undefined) return data;
  const wrong = given.filter(([name, value]) => !schema.safeParse({ ...record, [name]: value }).success);
  throw new WorkbenchError("invalid", message("cli.wrongParts", { parts: wrong.map(([name]) => name) }));
}

/** The issues as some edits leave them. */
function withEdits(library: Library, edits: readonly Edit[]): Library["issues"] {
  const made = edits.flatMap((edit) => (edit.table === "issues" && edit.to !== null ? [[edit.to.id, edit.to]] : []));
  return { ...library.issues, ...Object.fromEntries(made) };
}
