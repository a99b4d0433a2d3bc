import { z } from "zod";
import { Annotation, Position, Relation } from "../model/annotation.ts";
import { Actor, Coder, Issue, Stance } from "../model/codebook.ts";
import { Paper } from "../model/paper.ts";
import { Setting } from "../model/setting.ts";
import { storedRecord } from "../model/stored-record.ts";

const edit = <Name extends string, Schema extends z.ZodType>(table: Name, record: Schema) =>
  storedRecord({ table: z.literal(table), from: record.nullable(), to: record.nullable() });

/** One record before and after: made when `from` is null, removed when `to` is null. */
export const Edit = z.discriminatedUnion("table", [
  edit("papers", Paper),
  edit("annotations", Annotation),
  edit("positions", Position),
  edit("issues", Issue),
  edit("stances", Stance),
  edit("actors", Actor),
  edit("coders", Coder),
  edit("relations", Relation),
  edit("settings", Setting),
]);
export type Edit = Readonly<z.infer<typeof Edit>>;
