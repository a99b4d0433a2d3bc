/** What stands at the codes of figures in fonts of Linotype's Mathematical Pi One. */
const operators = new Map([
  [0x31, "+"],
  [0x32, "−"],
  [0x33, "×"],
  [0x35, "="],
  [0x36, "±"],
  [0x2c, "<"],
]);

/** What the fonts of signs have at the codes of other letters, at any width: brackets and operators of formulas. */
const formula = new Map([
  [0xf0, "("],
  [0xde, ")"],
  [0xbc, "="],
  [0xfe, "+"],
]);

/** The width of these signs, in ems: figures have 0.5 to 0.6. */
const [leastWidth, mostWidth] = [0.8, 0.87];

/**
 * True for the names of fonts among which some have operators at the codes of figures: Mathematical Pi itself, and the
 * fonts that Arbortext's Advanced Print Publisher (3B2) makes of it under names of its own. Many journals are set so.
 */
export function hasOperators(font: string): boolean {
  return /^(?:[A-Z]{6}\+)?(?:Adv(?:MPi|MathSymb|P|TT|OT)|Math(?:ematical)?Pi)/.test(font);
}

/**
 * The operator that a character of such a font shows, by its width in ems: “2” is a minus sign, “5” an equals sign.
 * Null for a figure, and for what else such fonts have.
 */
export function operatorOf(code: number, font: string, width: number): string | null {
  if (/AdvMathSymb|AdvP4C4E|AdvPi\d/.test(font) && formula.has(code)) return formula.get(code) ?? null;
  if (width < leastWidth || width > mostWidth) return null;
  // In other fonts of these a wide point is a star or a bullet.
  if (code === 0x2e) return /MPi|Math(?:ematical)?Pi|AdvPS7DA6/.test(font) ? ">" : null;
  return operators.get(code) ?? null;
}
