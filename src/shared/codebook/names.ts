export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** What names of the codebook have in common that are one name: without regard to case and to how accents are encoded (NFC). */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** A name as the codebook keeps it: at most 300 UTF-16 units, whole characters, no space around it. Empty where nothing is written. */
export function codebookName(written: string): string {
  const name = written.trim();
  return name.length <= 300
    ? name
    : name
        .slice(0, 300)
        .replace(/[\ud800-\udbff]$/, "")
        .trim();
}
