import { z } from "zod";
import { RelationKind } from "./annotation.ts";

const range = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ from: value.optional(), to: value.optional() }).nullable();

const Name = z.string().max(2000);
const Day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** Both ends belong to the range, a missing end is open; null means "not said". */
export type DateRange<Value> = Readonly<{ from?: Value | undefined; to?: Value | undefined }> | null;

/** What one annotation must have. Records are named by identifier, or by what a person would write. */
export const Condition = z.union([
  /**
   * Words and "quoted phrases" that must all occur in quote, note, issue or actor, without regard to case and accents.
   */
  z.strictObject({ words: z.string().max(1000) }),
  /** One position that has all of these. `issue` is a path and stands for the issues under it too, unless `alone`. */
  z.strictObject({
    position: z.strictObject({
      issue: Name.optional(),
      alone: z.literal(true).optional(),
      /** Name, glyph or key; empty for a position without a stance. */
      stance: z.string().max(300).optional(),
      strength: range(z.int().min(1).max(3)).optional(),
    }),
  }),
  /** Name or alias of who holds it; with `members`, of what it belongs to. Empty: nobody is named. */
  z.strictObject({ actor: Name, members: z.literal(true).optional() }),
  z.strictObject({ coder: Name }),
  z.strictObject({ certainty: range(z.int().min(1).max(5)) }),
  z.strictObject({ reliability: range(z.enum(["A", "B", "C", "D", "E", "F"])) }),
  z.strictObject({ credibility: range(z.int().min(1).max(6)) }),
  /** Days in UTC, months or years; `to` counts to its end. */
  z.strictObject({ created: range(Day) }),
  z.strictObject({ modified: range(Day) }),
  /** When its paper was published. */
  z.strictObject({ published: range(Day) }),
  /** Identifier or title of a paper. */
  z.strictObject({ paper: Name }),
  /**
   * Of the newest version of its paper, or of one that was replaced. A filter that says nothing of versions means the
   * newest; `all` means whichever.
   */
  z.strictObject({ version: z.enum(["newest", "earlier", "all"]) }),
  /** A tag or a collection of its paper. */
  z.strictObject({ tag: Name }),
  z.strictObject({ collection: Name }),
  z.strictObject({ kind: z.enum(["claim", "note"]) }),
  /** Linked to another annotation, whichever end it is. */
  z.strictObject({ relation: z.union([RelationKind, z.literal("any")]) }),
]);
export type Condition = Readonly<z.infer<typeof Condition>>;

/** Which annotations are meant, as a tree. `all` of nothing holds always, `any` of nothing never. */
export type Filter =
  | Condition
  | Readonly<{ all: readonly Filter[] }>
  | Readonly<{ any: readonly Filter[] }>
  | Readonly<{ not: Filter }>;

/** How deep a filter may be nested, 1 for a single condition. */
export const filterDepth = 20;

const tree = (depth: number): z.ZodType<Filter> =>
  depth <= 1
    ? Condition
    : z.union([
        Condition,
        z.strictObject({ all: z.array(z.lazy(() => tree(depth - 1))).max(500) }),
        z.strictObject({ any: z.array(z.lazy(() => tree(depth - 1))).max(500) }),
        z.strictObject({ not: z.lazy(() => tree(depth - 1)) }),
      ]);

/** A condition, or filters joined by AND (`all`), OR (`any`) or turned round (`not`). */
export const Filter: z.ZodType<Filter> = tree(filterDepth);
