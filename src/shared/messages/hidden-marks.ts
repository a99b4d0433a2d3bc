/**
 * Characters that change the direction of text (Unicode Bidirectional Algorithm, UAX #9, section 2: embeddings,
 * overrides and isolates). In a name they make other text of the same line appear in another order.
 */
const directional = /[\u202a-\u202e\u2066-\u2069]/gu;
/**
 * Characters without width: U+00AD, U+034F, U+115F, U+1160, U+17B4, U+17B5, U+180E, U+200B to U+200D, U+2060 to U+2064,
 * U+206A to U+206F, U+3164, U+FEFF, U+FFA0, interlinear marks and tags. Two names that differ in them look the same.
 */
const zeroWidth =
  /\u034f|\u17b4|\u17b5|[\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const any = new RegExp(`${directional.source}|${zeroWidth.source}`, "gu");

/** Scripts that are written with joiners (Unicode 17, section 23.2), which then are a part of a word. */
const joining =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mand}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Tibt}\p{sc=Khmr}\p{sc=Mymr}]/u;
/** Scripts that are written without spaces, where U+200B marks the end of a word. */
const unspaced = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const emoji = /\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u;

/**
 * A name, title or file name as it is shown: characters that change direction or hide text are written out, as
 * `⟨U+202E⟩`. Joiners inside of words of scripts that need them, and of emoji, stay.
 */
export function showHiddenMarks(text: string): string {
  if (text.search(any) < 0) return text;
  return text.replace(any, (mark, place: number) => {
    const before = [...text.slice(Math.max(0, place - 2), place)].at(-1) ?? "";
    const after = [...text.slice(place + mark.length, place + mark.length + 2)][0] ?? "";
    return belongs(mark, before, after) ? mark : writtenOut(mark);
  });
}

/** Only what changes direction, one character for another, so that offsets in the text stay. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(directional, "\ufffd");
}

/** A text of JSON whose strings have these characters as escapes: the same data, and nothing of it hidden. */
export function escapeHiddenMarks(json: string): string {
  return json.replace(any, (mark) =>
    Array.from(
      { length: mark.length },
      (_, index) => `\\u${mark.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

function belongs(mark: string, before: string, after: string): boolean {
  if (mark === "\u200b") return unspaced.test(before) || unspaced.test(after);
  if (mark === "\u200c" || mark === "\u200d") {
    if (joining.test(before) && (joining.test(after) || mark === "\u200d" || /^[\s\p{P}]?$/u.test(after))) return true;
    return mark === "\u200d" && emoji.test(before) && emoji.test(after);
  }
  return false;
}

function writtenOut(mark: string): string {
  return `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
