import type { Annotation, Position, Relation } from "./annotation.ts";
import type { ByPaper } from "./by-paper.ts";
import type { Actor, Coder, Issue, Stance } from "./codebook.ts";
import { type LibraryId, StanceId } from "./ids.ts";
import type { Paper } from "./paper.ts";
import type { Setting } from "./setting.ts";
import type { Table } from "./table.ts";

/**
 * Everything that is said about the papers, as one immutable value. Annotations and positions are grouped by paper, so
 * that an edit copies one paper's table and its cost does not grow with the library.
 */
export type Library = Readonly<{
  id: LibraryId;
  papers: Table<Paper>;
  issues: Table<Issue>;
  stances: Table<Stance>;
  actors: Table<Actor>;
  coders: Table<Coder>;
  relations: Table<Relation>;
  settings: Table<Setting>;
  annotations: ByPaper<Annotation>;
  positions: ByPaper<Position>;
}>;

/** The stances that a new library has. Their names are stored in English and shown in the reader's language. */
export const defaultScale: readonly Stance[] = [
  { name: "supports", polarity: 1, glyph: "+", colour: "#0072b2", key: "+" },
  { name: "opposes", polarity: -1, glyph: "−", colour: "#d55e00", key: "-" },
  { name: "neutral", polarity: 0, glyph: "○", colour: "#6f747c", key: "0" },
  { name: "mixed", polarity: 0, glyph: "±", colour: "#cc79a7", key: "~" },
  { name: "unclear", polarity: null, glyph: "?", colour: "#8a7f5c", key: "?" },
].map((stance, index) => ({
  ...stance,
  definition: "",
  polarity: stance.polarity === null ? null : stance.polarity > 0 ? 1 : stance.polarity < 0 ? -1 : 0,
  // The same in every library, so that two libraries share one scale when they are merged.
  id: defaultStanceId(index),
  rank: index + 1,
}));

/** The identifiers of stances of the default scale that something is said about elsewhere. */
export const defaultStances = { mixed: defaultStanceId(3) } as const;

function defaultStanceId(index: number): StanceId {
  return StanceId.parse(`00000000-0000-7000-8000-00000000000${index + 1}`);
}

/** A library with the default stance scale and nothing else. */
export function emptyLibrary(id: LibraryId): Library {
  return {
    id,
    papers: {},
    issues: {},
    stances: Object.fromEntries(defaultScale.map((stance) => [stance.id, stance])),
    actors: {},
    coders: {},
    relations: {},
    settings: {},
    annotations: {},
    positions: {},
  };
}
