/**
 * What is left of frequent English words when the ligature in them (fi, ff, fl, ffi) is gone or a space: “o ce”,
 * “oce” for office. None of them is a word.
 */
const rests = [
  "a ?ects?|a ?ected|a ?ecting|a ?ord(?:ed|able)?|arti ?cial(?:ly)?|bene ?(?:ts?|ted|cial|ciary|ciaries)|certi ?(?:ed|cates?|cation)",
  "classi ?(?:ed|cation)|coe ?cients?|con ?(?:icts?|icting|rms?|rmed|dence|dential|guration)|de ?(?:ned?|nes|ning|nitions?|cits?|nitely)",
  "di ?(?:ers?|erent|erently|erences?|cult|culty|culties)|e ?(?:ects?|ective|ectively|ectiveness|orts?|ciency|cient|ciently)",
  "identi ?(?:ed|es|cation)|in ?(?:uences?|uenced|uential|ated|ationary)|modi ?(?:ed|cations?)|o ?(?:ces?|cers?|cials?|cially)",
  "pro ?(?:table|tability)|quali ?(?:ed|cations?)|re ?(?:ects?|ected|ecting|ection)|scienti ?c(?:ally)?|signi ?(?:cant|cantly|cance)",
  "speci ?(?:c|cally|ed|es|cations?|city)|su ?(?:cient|ciently|ering|ered)|tra ?cking",
  "rst|nancial|nancing|ndings|elds?|gures?|exible|exibility|uctuat(?:es?|ions?)",
];
const rest = new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${rests.join("|")})(?![\\p{L}\\p{N}’'-])`, "gu");

/** So many of them, and so many that differ, show that a font lacks its ligatures. */
const [least, leastKinds] = [4, 3];

/** True for English whose ligatures are left out or are spaces. */
export function lacksLigatures(text: string): boolean {
  const found = text.match(rest) ?? [];
  return found.length >= least && new Set(found).size >= leastKinds;
}
