import type { Texts } from "../i18n/texts.ts";

const fields = [
  "actor",
  "aliases",
  "archived",
  "author",
  "authors",
  "certainty",
  "colour",
  "date",
  "definition",
  "examples",
  "exclude",
  "glyph",
  "grade",
  "include",
  "issue",
  "key",
  "kind",
  "name",
  "note",
  "parent",
  "polarity",
  "source",
  "stance",
  "strength",
  "tags",
  "target",
  "title",
  "value",
] as const;

/** What a field of a record is called; one that has no name in the language is said as it is written in the data. */
export function fieldName(t: Texts["t"], field: string): string {
  const known = fields.find((one) => one === field);
  return known === undefined ? field : t(`history.field.${known}`);
}
