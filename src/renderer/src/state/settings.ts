import { create } from "zustand";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { type CitationStyle, citationStyles } from "../../../shared/report/cite.ts";

export type Theme = "light" | "sepia" | "dark" | "contrast";
export const themes = ["light", "sepia", "dark", "contrast"] as const satisfies readonly Theme[];

/** How this reader likes the window; kept in the browser's own storage, never in the library. */
export type Settings = Readonly<{
  /** `system` follows the machine's choice of light or dark. */
  theme: Theme | "system";
  /** Of the original pages; `window` follows the window's. */
  pages: Theme | "window";
  face: "serif" | "sans";
  /** Size of the paper's letters, in pixels. */
  size: number;
  /** Width of the paper's column, in pixels. */
  width: number;
  /** Height of a line, as a multiple of the size. */
  spacing: number;
  /** Only the paragraph with the caret stands out. */
  focus: boolean;
  /** Whether letters without Ctrl or Alt are commands in the paper; off for some screen readers. */
  letters: boolean;
  left: boolean;
  /** The library pane beside text and pages in a window too narrow for all of them. */
  leftBeside: boolean;
  right: boolean;
  toured: boolean;
  /** The style in which copied quotes are cited. */
  citation: CitationStyle;
  /** Parts of the library pane that are folded. */
  folded: readonly string[];
  /** The languages that OCR read last. */
  ocrLanguages: readonly string[];
  /** Keys the reader has chosen; null takes the key away. */
  keys: Readonly<Partial<Record<CommandId, string | null>>>;
}>;

export const defaultSettings: Settings = {
  theme: "system",
  pages: "window",
  face: "serif",
  size: 17,
  width: 640,
  spacing: 1.62,
  focus: false,
  letters: true,
  left: true,
  leftBeside: false,
  right: true,
  toured: false,
  citation: "chicago-author-date",
  folded: [],
  ocrLanguages: [],
  keys: {},
};

/** The least, greatest and step of what can be set by numbers. */
export const settingLimits = { size: [13, 30, 1], width: [440, 960, 40], spacing: [1.3, 2.2, 0.1] } as const;

const place = "settings";

/** Settings as they were kept, each part that is not what it should be as usual. */
export function readSettings(kept: string | null): Settings {
  let found: unknown;
  try {
    found = JSON.parse(kept ?? "{}");
  } catch {
    return defaultSettings;
  }
  if (typeof found !== "object" || found === null) return defaultSettings;
  const given = found as Record<string, unknown>;
  const oneOf = <Value extends string>(value: unknown, all: readonly Value[], otherwise: Value): Value =>
    all.find((option) => option === value) ?? otherwise;
  const number = (name: keyof typeof settingLimits): number => {
    const value = given[name];
    const [least, greatest] = settingLimits[name];
    return typeof value === "number" && value >= least && value <= greatest ? value : defaultSettings[name];
  };
  const flag = (name: "focus" | "letters" | "left" | "leftBeside" | "right" | "toured"): boolean =>
    typeof given[name] === "boolean" ? (given[name] as boolean) : defaultSettings[name];
  const strings = (name: "folded" | "ocrLanguages"): readonly string[] => {
    const value = given[name];
    return Array.isArray(value) ? value.filter((value) => typeof value === "string") : defaultSettings[name];
  };
  const keys = Object.entries(given.keys ?? {}).filter(([, key]) => key === null || typeof key === "string");
  return {
    theme: oneOf(given.theme, [...themes, "system"] as const, defaultSettings.theme),
    pages: oneOf(given.pages, [...themes, "window"] as const, defaultSettings.pages),
    face: oneOf(given.face, ["serif", "sans"] as const, defaultSettings.face),
    size: number("size"),
    width: number("width"),
    spacing: number("spacing"),
    focus: flag("focus"),
    letters: flag("letters"),
    left: flag("left"),
    leftBeside: flag("leftBeside"),
    right: flag("right"),
    toured: flag("toured"),
    citation: oneOf(given.citation, citationStyles, defaultSettings.citation),
    folded: strings("folded"),
    ocrLanguages: strings("ocrLanguages"),
    keys: Object.fromEntries(keys),
  };
}

const storage = typeof localStorage === "undefined" ? null : localStorage;

export const useSettings = create<Settings>(() => readSettings(storage?.getItem(place) ?? null));

/** Change settings and remember them. */
export function setSettings(part: Partial<Settings>): void {
  useSettings.setState(part);
  storage?.setItem(place, JSON.stringify(useSettings.getState()));
}

/** One step more (1) or less (-1) of what is set by numbers. */
export function stepSetting(name: keyof typeof settingLimits, direction: 1 | -1): void {
  const [least, greatest, step] = settingLimits[name];
  const value = useSettings.getState()[name] + direction * step;
  setSettings({ [name]: Math.min(greatest, Math.max(least, Math.round(value * 100) / 100)) });
}
