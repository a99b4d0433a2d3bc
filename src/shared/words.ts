/** How texts are compared when somebody looks for words: in the filter, in fields with type-ahead and in the search of the library. */

const alike: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "′": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  // Arabic, Persian and Urdu write the same letter with different code points.
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ہ: "ه",
  ھ: "ه",
  ۂ: "ه",
  ة: "ه",
  ۃ: "ه",
  // Candrabindu and anusvara are used for each other in Devanagari.
  "\u0901": "\u0902",
};

/** Accents, Hebrew points, Arabic vowel signs and tatweel, nukta; soft hyphens, joiners and direction marks. Vowel signs of Indic scripts are letters and stay. */
const dropped =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const ambiguous = /[‘’‚′“”„«»‐‑–—−ٱىیکہھۂةۃ\u0901]/g;
const digits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;

/** A text as it is compared: NFKD without accents and vowel points, lower case, plain quotes, dashes and digits, single spaces. */
export function plainWords(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/\s+/g, " ").trim();
  return (
    text
      .normalize("NFKD")
      .replace(dropped, "")
      .replace(ambiguous, (char) => alike[char] ?? char)
      .replace(digits, (char) => String((char.charCodeAt(0) & 0xf) - (char < "\u0900" ? 0 : 6)))
      .toLowerCase()
      // Precomposed again, so that Hangul is compared by syllable and not by letter.
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim()
  );
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** The words and "quoted phrases" of what somebody typed, as they are compared. All of them must occur. */
export function termsOf(typed: string): string[] {
  return [...plainWords(typed).matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map((found) => (found[1] ?? found[0]).trim())
    .filter((term) => term !== "");
}
