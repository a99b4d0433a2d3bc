/** The name of an OCR language in a language of the program; the code itself where there is none. */
export function languageName(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(code.slice(0, 3));
  return name === undefined ? code : code.length > 3 ? `${name} (${code})` : name;
}
