import { z } from "zod";
import { ActorId, CoderId, IssueId, StanceId } from "./ids.ts";
import { storedRecord } from "./stored-record.ts";

const Colour = z.string().regex(/^#[0-9a-f]{6}$/);
const Key = z.string().min(1).max(20).nullable();
const Name = z.string().min(1).max(300);

/** An entry of the codebook. Siblings are in order of `rank`, then name. */
export const Issue = storedRecord({
  id: IssueId,
  name: Name,
  parent: IssueId.nullable(),
  definition: z.string().max(20_000),
  /** When to code it, and when to take another issue instead. */
  include: z.string().max(20_000).default(""),
  exclude: z.string().max(20_000).default(""),
  /** Words of papers that show what is meant. */
  examples: z.array(z.string().min(1).max(5000)).max(200).default([]),
  /** Kept with its claims, but no longer offered for new ones. */
  archived: z.boolean().default(false),
  colour: Colour,
  /** The key that codes it when pinned, `1` to `9`. */
  key: Key,
  rank: z.number(),
});
export type Issue = Readonly<z.infer<typeof Issue>>;

/** What a new issue has of the parts that nobody must fill in. */
export const blankIssue = {
  definition: "",
  include: "",
  exclude: "",
  examples: [],
  archived: false,
  key: null,
} satisfies Partial<Issue>;

/** An entry of the stance scale; polarity is null where the stance has none ("unclear"). */
export const Stance = storedRecord({
  id: StanceId,
  name: Name,
  definition: z.string().max(20_000).default(""),
  polarity: z.union([z.literal(1), z.literal(0), z.literal(-1)]).nullable(),
  glyph: z.string().min(1).max(4),
  colour: Colour,
  key: Key,
  rank: z.number(),
});
export type Stance = Readonly<z.infer<typeof Stance>>;

/** What sort of actor holds a claim. */
export const ActorKind = z.enum(["person", "organisation", "state"]);
export type ActorKind = z.infer<typeof ActorKind>;

/** Who holds claims. */
export const Actor = storedRecord({
  id: ActorId,
  name: Name,
  kind: ActorKind.nullable(),
  aliases: z.array(Name).max(100),
  parent: ActorId.nullable(),
});
export type Actor = Readonly<z.infer<typeof Actor>>;

/** Who made a change. */
export const Coder = storedRecord({ id: CoderId, name: Name });
export type Coder = Readonly<z.infer<typeof Coder>>;
