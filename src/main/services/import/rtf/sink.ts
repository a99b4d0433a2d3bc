import type { AnchoredComment } from "../office/comments.ts";
import type { LeftOut, TrackedChanges } from "../office/left-out.ts";
import type { Item } from "./story.ts";

/** What an RTF file says beside its text. */
export type Facts = Readonly<{
  title: string;
  author: string;
  created: string;
  comments: readonly AnchoredComment[];
  languages: ReadonlyMap<string, number>;
}>;

/** What the reader reports to while it reads. */
export type Sink = Readonly<{
  write: (items: readonly Item[]) => void;
  left: LeftOut;
  changes: TrackedChanges;
  /** True where tracked changes are undone. */
  isBefore: boolean;
}>;
