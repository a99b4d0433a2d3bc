/** Words for a street after its name, before a comma or the end of the line: “12 Main Street, Visby”. */
const apart =
  "Street|St|Str|Road|Rd|Avenue|Ave?|Lane|Ln|Drive|Square|Sq|Place|Pl|Boulevard|Blvd|Crescent|Terrace|Parkway|Pkwy|Highway|Quay|Embankment|Mews";
/** The same before its name: “5 rue de la Paix”. */
const first =
  "[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]alle|[Aa]venida|[Rr]ua|[Uu]l\\.";
/** The same within its name: “1 Gwanak-ro”, “10 Nygatan”. */
const joined = "-(?:ro|gil|daero|dong|cho|chome)|stra(?:ß|ss)e|allee|gasse|straat|gracht|plein|gatan|vägen|gade|veien";

/** The number of a house: “221B”, “12-14”. */
const house = "\\d{1,4}[A-Za-z]?(?:[-–/]\\d{1,4}[A-Za-z]?)?,? ";
const name = "(?:\\p{Lu}[\\p{L}'’.-]*|of|the|\\d{1,3}(?:st|nd|rd|th))";

const street = new RegExp(
  `^${house}(?:(?:${first}) (?:\\p{Ll}+ |[dl]['’])*\\p{Lu}|(?:${name} ){1,4}(?:${apart})\\.?(?= *(?:[,;|·(]|$))|\\p{Lu}[\\p{L}-]*(?:${joined})(?!\\p{L}))`,
  "u",
);

/** True for text that begins with the number of a house and its street. */
export function isStreet(text: string): boolean {
  return street.test(text);
}
