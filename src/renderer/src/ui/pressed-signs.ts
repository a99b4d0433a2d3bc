/** What a key press says about the key. */
export type PressedKey = Pick<KeyboardEvent, "key" | "code">;

/**
 * Signs of the keys of a US keyboard (UI Events KeyboardEvent code values, section 3.1) that shortcuts use, bare and
 * with Shift.
 */
const byCode: Readonly<Record<string, readonly string[]>> = {
  Minus: ["-"],
  Equal: ["+", "="],
  Backquote: ["~", "`"],
  Slash: ["?", "/"],
  NumpadAdd: ["+"],
  NumpadSubtract: ["-"],
  NumpadMultiply: ["*"],
  NumpadDivide: ["/"],
};

/**
 * The signs a key may stand for in a shortcut, likeliest first. A letter or sign of the Latin keyboard is what it says.
 * Where the key gives something else (a Cyrillic or Arabic letter, a dead key, a sign made with Option), its place on
 * the keyboard counts, and a digit of any script is that digit.
 */
export function pressedSigns({ key, code }: PressedKey): readonly string[] {
  if (/^[a-z]$/i.test(key)) return [key.toLowerCase()];
  const digit = /^\p{Nd}$/u.test(key) ? [String(digitValue(key))] : [];
  if (/^[!-~]$/.test(key)) return [...new Set([key, ...placed(code)])];
  return [...new Set([...digit, ...placed(code)])];
}

/** The first of some letters or signs that a key press stands for, whatever script it types; null for none of them. */
export function signAmong(press: PressedKey, signs: readonly string[]): string | null {
  return pressedSigns(press).find((sign) => signs.includes(sign)) ?? null;
}

/** Which digit from 1 to 9 a key press stands for, on keyboards too that need Shift for digits; null for none. */
export function digitOf(press: PressedKey): number | null {
  const digit = signAmong(press, ["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  return digit === null ? null : Number(digit);
}

function placed(code: string): readonly string[] {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (letter !== undefined) return [letter.toLowerCase()];
  return digit !== undefined ? [digit] : (byCode[code] ?? []);
}

/** Decimal digits of a script follow one another from its zero (The Unicode Standard, 4.6). */
function digitValue(digit: string): number {
  let point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - 1))) {
    point--;
    value++;
  }
  return value;
}
