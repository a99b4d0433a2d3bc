import { z } from "zod";
import { message } from "../messages/message.ts";
import { MessageSchema } from "../messages/message-schema.ts";
import { OcrLanguage } from "./recognised.ts";

/** Half-open range of the canonical text, in UTF-16 units. */
const range = { start: z.int().min(0), end: z.int().min(0) };

/** Schemes a link of a paper may have. Everything else is kept as plain text (see docs on safety). */
export const LinkTarget = z
  .string()
  .max(4000)
  .regex(/^(https?:|mailto:|#)/i);

/** Schemes a link may have that is opened outside the workbench. */
export const OutsideLink = z
  .string()
  .max(4000)
  .regex(/^(https?:|mailto:)/i, "only web and mail links can be opened");

/**
 * Typographic marks and links on a stretch of text. The mark of a footnote is no part of the text: the character before
 * it is a link to `#note-<label>`, the next footnote of that label.
 */
export const Mark = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bold"), ...range }),
  z.strictObject({ kind: z.literal("italic"), ...range }),
  z.strictObject({ kind: z.literal("code"), ...range }),
  z.strictObject({ kind: z.literal("strike"), ...range }),
  z.strictObject({ kind: z.literal("superscript"), ...range }),
  z.strictObject({ kind: z.literal("link"), ...range, href: LinkTarget }),
  /** Recognised in a picture with little confidence, 0 to 100; builds from before stored none. */
  z.strictObject({ kind: z.literal("doubtful"), ...range, confidence: z.int().min(0).max(100).optional() }),
]);
export type Mark = Readonly<z.infer<typeof Mark>>;

const common = {
  ...range,
  /** Index of the physical page (or section) where the block begins. */
  page: z.int().min(0),
  /** True when this block carries on the sentence of the one before, over a page break. */
  continues: z.boolean(),
  direction: z.enum(["ltr", "rtl"]),
  /** In order of `start`; may overlap. All inside the block's own range. */
  marks: z.array(Mark),
};

/** A cell of a table: its words as a range of the canonical text, and whether it is a head of its row or column. */
export const Cell = z.strictObject({ ...range, header: z.boolean() });
export type Cell = Readonly<z.infer<typeof Cell>>;

/**
 * One block of a paper. Blocks follow each other without overlap; the text between two is `"\n"`, or `" "` or nothing
 * before one that continues.
 */
export const Block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), ...common }),
  z.strictObject({ kind: z.literal("heading"), ...common, level: z.int().min(1).max(6) }),
  /** `marker` is what is before the item when printed ("•", "3."); it is not part of the canonical text. */
  z.strictObject({
    kind: z.literal("listItem"),
    ...common,
    depth: z.int().min(0).max(20),
    ordered: z.boolean(),
    marker: z.string().max(40),
  }),
  z.strictObject({ kind: z.literal("quotation"), ...common }),
  z.strictObject({ kind: z.literal("code"), ...common }),
  z.strictObject({ kind: z.literal("caption"), ...common }),
  /** `label` is the mark that refers to it ("1", "*"). */
  z.strictObject({ kind: z.literal("footnote"), ...common, label: z.string().max(40) }),
  /** Cells of a row are parted by a tab in the canonical text, rows by a line feed. */
  z.strictObject({ kind: z.literal("table"), ...common, rows: z.array(z.array(Cell).min(1)).min(1) }),
]);
export type Block = Readonly<z.infer<typeof Block>>;

/** A physical page of a paper, or a section of a paper that has none. */
export const Page = z.strictObject({
  /** The printed page number ("iii", "12"); `§n` for the n-th section of a paper without pages. */
  label: z.string().min(1).max(100),
  /** What the file says, where the reader has given the page another label. Never stored with the words. */
  given: z.string().min(1).max(100).optional(),
  /** Size of the visible page in points (1/72 inch) before rotation; 0 where there are no pages. */
  width: z.number().min(0),
  height: z.number().min(0),
  /** Where the visible page's lower left corner is in PDF user space; left out where it is 0. */
  left: z.number().optional(),
  bottom: z.number().optional(),
  /** Clockwise rotation for display, in degrees. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** The words of the page were recognised in its picture: in which languages, and how surely (0 to 100). */
  ocr: z.strictObject({ languages: z.array(OcrLanguage).min(1), confidence: z.number().min(0).max(100) }).optional(),
});
export type Page = Readonly<z.infer<typeof Page>>;

/** A paper's words: the canonical text in reading order, its blocks and its pages. Rebuildable from the source. */
export const PaperContent = z.strictObject({
  text: z.string(),
  blocks: z.array(Block),
  pages: z.array(Page).min(1),
  /** What the importer wants the reader to know. Papers imported by older versions have it in words. */
  warnings: z.array(z.union([MessageSchema, z.string().transform((text) => message("general.text", { text }))])),
});
export type PaperContent = Readonly<z.infer<typeof PaperContent>>;
