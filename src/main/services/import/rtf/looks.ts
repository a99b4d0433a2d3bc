import type { State } from "./state.ts";

/** Change what a group says of the look of its words. Returns whether the control word is about that. */
export function applyLook(state: State, name: string, number: number | null, defaultFont: number): boolean {
  const isOn = number !== 0;
  switch (name) {
    case "uc":
      state.skipped = Math.min(Math.max(0, number ?? 1), 100);
      break;
    case "b":
      state.look = { ...state.look, bold: isOn };
      break;
    case "i":
      state.look = { ...state.look, italic: isOn };
      break;
    case "strike":
    case "striked":
      state.look = { ...state.look, strike: isOn };
      break;
    case "super":
      state.look = { ...state.look, superscript: isOn };
      break;
    case "sub":
    case "nosupersub":
      state.look = { ...state.look, superscript: false };
      break;
    case "v":
      state.hidden = isOn;
      break;
    case "deleted":
      state.deleted = isOn;
      break;
    case "revised":
      state.inserted = isOn;
      break;
    case "lang":
      state.language = number ?? 0;
      break;
    case "plain":
      Object.assign(state, { look: {}, hidden: false, deleted: false, inserted: false, font: defaultFont });
      break;
    default:
      return false;
  }
  return true;
}

/** Change what a group says of its paragraphs. Returns whether the control word is about that. */
export function applyParagraph(state: State, name: string, number: number | null): boolean {
  switch (name) {
    case "pard":
      Object.assign(state, { style: 0, outline: null, rightToLeft: false, inTable: false, level: null });
      break;
    case "s":
      state.style = number ?? 0;
      break;
    case "outlinelevel":
      state.outline = number;
      break;
    case "rtlpar":
      state.rightToLeft = true;
      break;
    case "ltrpar":
      state.rightToLeft = false;
      break;
    case "intbl":
      state.inTable = true;
      break;
    case "itap":
      state.inTable = (number ?? 1) > 0;
      break;
    case "ilvl":
      state.level = Math.min(Math.max(0, number ?? 0), 8);
      break;
    case "ls":
      state.level ??= 0;
      break;
    case "trowd":
      state.isHeadRow = false;
      break;
    case "trhdr":
      state.isHeadRow = true;
      break;
    default:
      return false;
  }
  return true;
}
