/**
 * The names that the Adobe Glyph List has for signs and letters other than single letters (Adobe Glyph List
 * Specification 1.7, section 2, and ISO 32000-1, annex D); letters with accents are composed.
 */
const named = new Map(
  Object.entries({
    ...namesOf(
      "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma " +
        "hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater " +
        "question at",
      0x20,
    ),
    ...namesOf("bracketleft backslash bracketright asciicircum underscore grave", 0x5b),
    ...namesOf("braceleft bar braceright asciitilde", 0x7b),
    ...namesOf(
      "exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot",
      0xa1,
    ),
    ...namesOf(
      "registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla " +
        "onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown",
      0xae,
    ),
    ...namesOf("Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho", 0x391),
    ...namesOf("Sigma Tau Upsilon Phi Chi Psi Omega", 0x3a3),
    ...namesOf("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda", 0x3b1),
    ...namesOf("nu xi omicron pi rho sigma1 sigma tau upsilon phi chi psi omega", 0x3bd),
    ...{ quoteleft: "‘", quoteright: "’", quotesinglbase: "‚", quotedblleft: "“", quotedblright: "”" },
    ...{ quotedblbase: "„", guilsinglleft: "‹", guilsinglright: "›", endash: "–", emdash: "—", bullet: "•" },
    ...{ ellipsis: "…", dagger: "†", daggerdbl: "‡", perthousand: "‰", Euro: "€", trademark: "™", minus: "−" },
    ...{ fraction: "⁄", multiply: "×", divide: "÷", lessequal: "≤", greaterequal: "≥", notequal: "≠", infinity: "∞" },
    ...{ approxequal: "≈", summation: "∑", radical: "√", integral: "∫", partialdiff: "∂", product: "∏", florin: "ƒ" },
    ...{ fi: "fi", fl: "fl", ff: "ff", ffi: "ffi", ffl: "ffl", AE: "Æ", ae: "æ", OE: "Œ", oe: "œ", germandbls: "ß" },
    ...{
      Oslash: "Ø",
      oslash: "ø",
      Eth: "Ð",
      eth: "ð",
      Thorn: "Þ",
      thorn: "þ",
      Lslash: "Ł",
      lslash: "ł",
      dotlessi: "ı",
    },
    ...{ Dcroat: "Đ", dcroat: "đ", nbspace: "\u00a0", nonbreakingspace: "\u00a0", sfthyphen: "\u00ad" },
    ...{ softhyphen: "\u00ad", arrowright: "→", arrowleft: "←", arrowup: "↑", arrowdown: "↓", lozenge: "◊" },
  }),
);

/**
 * Names of glyphs in the fonts of Linotype's Mathematical Pi, which are numbers: operators and Greek letters of papers
 * in medicine and the natural sciences.
 */
const mathematicalPi = new Map([
  ...Object.entries({ H9004: "Δ", H11001: "+", H11002: "−", H11003: "×", H11004: "÷", H11005: "=", H11006: "±" }),
  ...Object.entries({ H11011: "∼", H11021: "<", H11022: ">", H11032: "′", H11033: "″", H11034: "°", H11349: "≤" }),
  ...Object.entries({ H11350: "≥" }),
  ...[..."αβγδεζηθικλμνξοπρςστυφχψω"].map((letter, index) => [`H${9251 + index}`, letter] as const),
]);

/** True for a name that a font of Mathematical Pi has for one of its glyphs. */
export function isMathematicalPi(name: string): boolean {
  return mathematicalPi.has(name);
}

const accents = new Map([
  ["grave", "\u0300"],
  ["acute", "\u0301"],
  ["circumflex", "\u0302"],
  ["tilde", "\u0303"],
  ["macron", "\u0304"],
  ["breve", "\u0306"],
  ["dotaccent", "\u0307"],
  ["dieresis", "\u0308"],
  ["ring", "\u030a"],
  ["hungarumlaut", "\u030b"],
  ["caron", "\u030c"],
  ["cedilla", "\u0327"],
  ["commaaccent", "\u0326"],
  ["ogonek", "\u0328"],
]);

/** The characters that a glyph of this name shows; null where the name says nothing of them. */
export function charsOfGlyph(name: string): string | null {
  const parts = (name.split(".")[0] ?? "").split("_").map(charsOfPart);
  return parts.every((part) => part !== null) ? parts.join("") : null;
}

function charsOfPart(name: string): string | null {
  if (/^[A-Za-z]$/.test(name)) return name;
  const known = named.get(name) ?? mathematicalPi.get(name);
  if (known !== undefined) return known;
  const codes = /^uni((?:[\dA-F]{4})+)$/.exec(name)?.[1]?.match(/.{4}/g) ?? /^u([\dA-F]{4,6})$/.exec(name)?.slice(1);
  if (codes !== undefined) return charsOfCodes(codes.map((code) => Number.parseInt(code, 16)));
  const accent = accents.get(name.slice(1));
  const composed = accent === undefined || !/^[A-Za-z]/.test(name) ? "" : `${name[0]}${accent}`.normalize("NFC");
  return composed.length === 1 ? composed : null;
}

/** Null where a code is none of a character: half of one, or beyond the last. */
function charsOfCodes(codes: readonly number[]): string | null {
  const isChar = (code: number): boolean => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code > 0;
  return codes.every(isChar) ? String.fromCodePoint(...codes) : null;
}

/** Names of characters that follow one another from a code on. */
function namesOf(names: string, first: number): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name, index) => [name, String.fromCodePoint(first + index)]));
}
