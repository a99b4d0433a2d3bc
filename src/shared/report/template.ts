import equal from "fast-deep-equal";
import { z } from "zod";
import { NetworkOptions } from "../analysis/network.ts";
import { PeriodUnit } from "../analysis/period.ts";
import { TimelineOptions } from "../analysis/timeline.ts";
import type { Edit } from "../change/edit.ts";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import type { Library } from "../model/library.ts";
import { CitationStyle } from "./cite.ts";

const heading = z.string().max(300).nullable().default(null);
const section = <Kind extends string, Shape extends z.core.$ZodShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), heading, ...shape });

/** One section of a report. `heading` replaces the usual one; empty leaves it out. */
export const ReportSection = z.discriminatedUnion("kind", [
  section("contents", {}),
  /** Free text: paragraphs, `- ` lists, `**bold**`, `*italic*`; `[@identifier]` cites a claim. */
  section("text", { text: z.string().max(200_000) }),
  section("summary", {}),
  section("matrix", { chart: z.boolean().default(true) }),
  section("issues", {}),
  section("actors", { chart: z.boolean().default(true) }),
  section("contradictions", { most: z.int().min(1).max(1000).default(20) }),
  section("timeline", {
    unit: PeriodUnit.default("year"),
    lanes: TimelineOptions.shape.lanes.def.innerType.default("actor"),
  }),
  section("network", { tie: NetworkOptions.shape.tie.def.innerType.default("subtract") }),
  /** All competing hypotheses, or those of one identifier. */
  section("ach", { id: z.string().max(60).default("") }),
  section("notes", {}),
  section("claims", {}),
  section("codebook", {}),
  section("method", {}),
  section("bibliography", {}),
]);
export type ReportSection = Readonly<z.infer<typeof ReportSection>>;
/** What a section shows. */
export const SectionKind = z.enum([
  "contents",
  "text",
  "summary",
  "matrix",
  "issues",
  "actors",
  "contradictions",
  "timeline",
  "network",
  "ach",
  "notes",
  "claims",
  "codebook",
  "method",
  "bibliography",
] as const satisfies readonly ReportSection["kind"][]);
/** The kind of a section. */
export type SectionKind = ReportSection["kind"];

/** What a report is made of, kept in the library under its name. */
export const ReportTemplate = z.strictObject({
  name: z.string().min(1).max(100),
  title: z.string().max(500).default(""),
  style: CitationStyle.default("chicago-author-date"),
  sections: z.array(ReportSection).max(200),
});
export type ReportTemplate = Readonly<z.infer<typeof ReportTemplate>>;

/** A section of a kind as it begins. */
export function newSection(kind: SectionKind): ReportSection {
  return ReportSection.parse(kind === "text" ? { kind, text: "" } : { kind });
}

const usual: readonly SectionKind[] = [
  "summary",
  "matrix",
  "issues",
  "contradictions",
  "notes",
  "method",
  "bibliography",
];
const whole: readonly SectionKind[] = [
  "contents",
  "summary",
  "matrix",
  "issues",
  "actors",
  "network",
  "contradictions",
  "timeline",
  "ach",
  "notes",
  "claims",
  "codebook",
  "method",
  "bibliography",
];

/** The templates every library has: `Brief` is used when none is named, `Everything` has each section once. */
export const builtIn: readonly ReportTemplate[] = [template("Brief", usual), template("Everything", whole)];

/** Sections are made when they are first asked for: checking them takes longer than most commands' own work. */
function template(name: string, kinds: readonly SectionKind[]): ReportTemplate {
  let sections: ReportSection[] | null = null;
  return {
    name,
    title: "",
    style: "chicago-author-date",
    get sections() {
      sections ??= kinds.map(newSection);
      return sections;
    },
  };
}

/** What a template is called: a built-in one that the library has not replaced is a message, all others have a name. */
export function templateLabel(library: Library, name: string): string | Message {
  if (isSaved(library, name)) return name;
  if (name === "Brief") return message("template.brief");
  return name === "Everything" ? message("template.everything") : name;
}

const prefix = "report.";

/** Templates by name: those of the library, then the built-in ones not replaced by them. */
export function templatesOf(library: Library): ReportTemplate[] {
  const kept = Object.values(library.settings)
    .filter(({ key }) => key.startsWith(prefix))
    .flatMap(({ value }) => {
      const read = ReportTemplate.safeParse(value);
      return read.success ? [read.data] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
  return [...kept, ...builtIn.filter(({ name }) => !kept.some((template) => same(template.name, name)))];
}

/** The template of a name, without regard to case; null when there is none. */
export function templateNamed(library: Library, name: string): ReportTemplate | null {
  return templatesOf(library).find((template) => same(template.name, name)) ?? null;
}

/** The edits that keep a template under its name; `instead` is the name of the one it replaces, when it had another. */
export function saveTemplate(library: Library, template: ReportTemplate, instead = template.name): Edit[] {
  const edits = same(instead, template.name) ? [] : removeTemplate(library, instead);
  const key = keyOf(template.name);
  return [...edits, { table: "settings", from: library.settings[key] ?? null, to: { key, value: template } }];
}

/** The edits that take a template out of the library; a built-in one of that name is there again. */
export function removeTemplate(library: Library, name: string): Edit[] {
  const kept = library.settings[keyOf(name)];
  return kept === undefined ? [] : [{ table: "settings", from: kept, to: null }];
}

/** Whether the library keeps a template of that name, built-in ones aside. */
export function isSaved(library: Library, name: string): boolean {
  return library.settings[keyOf(name)] !== undefined;
}

/** Whether two templates are the same in every part. */
export function sameTemplate(a: ReportTemplate, b: ReportTemplate): boolean {
  return equal(a, b);
}

/**
 * Letters and digits as they are, everything else by its number; a name too long for a key is cut and tells itself
 * apart by a number made of it (FNV-1a).
 */
function keyOf(name: string): string {
  const chars = [...name.trim().toLowerCase()];
  const letters = chars.map((char) => (/[a-z0-9]/.test(char) ? char : `-${char.codePointAt(0)?.toString(36) ?? ""}-`));
  const key = `${prefix}${letters.join("")}`;
  if (key.length <= 200) return key;
  const mixed = chars.reduce(
    (sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0,
    2_166_136_261,
  );
  return `${key.slice(0, 190)}.${mixed.toString(36)}`;
}

function same(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}
