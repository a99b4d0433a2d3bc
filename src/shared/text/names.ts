/**
 * When two names are one, everywhere: codebook, import, filter, merge, command line. The rule is Unicode's identifier
 * caseless match (The Unicode Standard, 3.13, D147), with white space made even: `Water`, `WATER` and ` water ` are one
 * name; so are `Straße` and `STRASSE`, `CO₂` and `CO2`, and a name in composed and decomposed letters. Accents tell
 * names apart: `Péché` is not `Pêche`.
 */
export function sameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}

/** What names that are one have in common; see `sameName`. Empty for a name without a visible character. */
export function nameKey(name: string): string {
  if (/^[!-~]+$/.test(name)) return name.toLowerCase();
  // Upper case first: it is what makes `ß` and `SS`, `ς` and `σ` the same (Unicode's SpecialCasing.txt).
  const folded = name
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC");
  return folded.trim().replace(/\s+/g, " ");
}

/**
 * A name as the library keeps it: at most 300 UTF-16 units, whole characters, no space around it. Empty where nothing
 * is written.
 */
export function codebookName(written: string): string {
  const name = written.trim();
  return name.length <= 300
    ? name
    : name
        .slice(0, 300)
        .replace(/[\ud800-\udbff]$/, "")
        .trim();
}

/**
 * Records found by a name: those that have exactly this name where there are any, else those whose name is the same
 * (`sameName`).
 */
export function findByName<Value>(
  values: readonly Value[],
  wanted: string,
  namesOf: (value: Value) => readonly string[],
): readonly Value[] {
  const exact = values.filter((value) => namesOf(value).includes(wanted));
  if (exact.length > 0) return exact;
  const key = nameKey(wanted);
  return values.filter((value) => namesOf(value).some((name) => nameKey(name) === key));
}
