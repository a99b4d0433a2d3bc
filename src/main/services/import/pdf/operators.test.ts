import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { hasOperators, operatorOf } from "./operators.ts";
import { nameSymbols } from "./symbols.ts";

test.each(["AdvMPi-One", "AdvPS586B", "AdvTT61dabe7c", "KLHFKE+AdvP4C4E59", "MathematicalPi-One"])(
  "%s may have operators at the codes of figures",
  (font) => {
    expect(hasOperators(font)).toBe(true);
  },
);

test.each(["Helvetica", "Advert-Bold", "TimesNewRomanPSMT", "Symbol"])("%s has figures", (font) => {
  expect(hasOperators(font)).toBe(false);
});

test.each([
  ["1", 0.83, "+"],
  ["2", 0.82, "−"],
  ["3", 0.83, "×"],
  ["5", 0.83, "="],
  ["6", 0.83, "±"],
  [",", 0.83, "<"],
  // As wide as figures and points are.
  ["2", 0.5, null],
  [",", 0.25, null],
  ["2", 1.97, null],
  // No operator of these fonts.
  ["4", 0.83, null],
  ["%", 0.83, null],
])("%s of %d em is %s", (char, width, wanted) => {
  expect(operatorOf(char.charCodeAt(0), "AdvPS7DA6", width)).toBe(wanted);
});

test("a wide point is “greater than” in Mathematical Pi alone", () => {
  expect(operatorOf(0x2e, "AdvMPi-One", 0.83)).toBe(">");
  expect(operatorOf(0x2e, "AdvP3F206A", 0.83)).toBeNull();
});

test("brackets and signs of formulas are known by the font", () => {
  expect([..."ðÞ¼þ"].map((char) => operatorOf(char.charCodeAt(0), "AdvMathSymb", 0.4)).join("")).toBe("()=+");
  expect(operatorOf(0xf0, "AdvTimes", 0.5)).toBeNull();
});

/** “(20.068” with its first figure of a given width in ems, along a line that runs to the right or upwards. */
function written(width: number, turn: 0 | 90): string {
  const chars = new PageChars(7);
  let place = 100;
  for (const [n, char] of [..."(20.068"].entries()) {
    const font = n === 1 ? "AdvMPi-One" : "AdvTimes";
    chars.begin({ size: 10, bold: false, italic: false, font, turn, content: -1, origin: [place, 100] });
    const k = chars.add(char.charCodeAt(0), { generated: false, hyphen: false });
    const end = place + (n === 1 ? width * 10 : 5);
    if (turn === 90) chars.place(k, 92, place, 102, end);
    else chars.place(k, place, 98, end, 108);
    place = end;
  }
  nameSymbols(chars);
  return chars
    .all()
    .map((k) => chars.text(k))
    .join("");
}

test.each([0, 90] as const)("a wide figure of such a font is a minus sign, in lines turned by %d degrees", (turn) => {
  expect(written(0.83, turn)).toBe("(−0.068");
  expect(written(0.5, turn)).toBe("(20.068");
});
