import { type ReactNode, useSyncExternalStore } from "react";
import { createIntl, createIntlCache, type IntlShape } from "react-intl";
import { asWorkbenchError } from "../../../shared/contract/reply.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { clockOf } from "../../../shared/messages/format.ts";
import { showHiddenMarks } from "../../../shared/messages/hidden-marks.ts";
import { loadLanguage } from "../../../shared/messages/languages.ts";
import { inEnglish, printLabel, printMessage, type SpokenLanguage } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";
import { shownLibrary } from "../../../shared/model/shown-library.ts";
import { english, type MessageId, type Messages } from "./english.ts";

export const languages = {
  en: { name: "English", direction: "ltr", comma: ", " },
  ur: { name: "اردو", direction: "rtl", comma: "، " },
} as const;
export type Language = keyof typeof languages;

/** What a language says: messages of the window, and those of services. */
type Catalogue = Readonly<{ messages: Messages; spoken: SpokenLanguage }>;

/** English is part of the window's first load, other languages are loaded when they are chosen. */
const inFirstLoad: Catalogue = { messages: english, spoken: inEnglish };

async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === "en") return inFirstLoad;
  const [{ urdu }, spoken] = await Promise.all([import("./urdu.ts"), loadLanguage(language)]);
  return { messages: urdu, spoken };
}

type Values = Readonly<Record<string, string | number>>;
type Tags = Readonly<Record<string, (chunks: readonly ReactNode[]) => ReactNode>>;

/** All that depends on the language of the interface. */
export interface Texts {
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
  /** The same language as services speak it. */
  readonly spoken: SpokenLanguage;
  /** What services and hosts say, and labels that were stored in words. */
  say(text: string | Message): string;
  /** A library as it is shown, for reading only: see `shownLibrary`. */
  shown(library: Library): Library;
  /** Why something failed. */
  failure(error: unknown): string;
  /** A message as plain words. */
  t(id: MessageId, values?: Values): string;
  /** A message with tags: `<kbd>1</kbd>` is drawn by `tags.kbd`. */
  rich(id: MessageId, tags: Tags): ReactNode;
  /** Names one after the other, parted by the comma of the language. */
  list(names: readonly string[]): string;
  number(value: number): string;
  /** `value` from 0 to 1. */
  percent(value: number): string;
  /** Of an ISO instant: day, month in words, year. */
  date(time: string): string;
  /** Of an ISO instant: hours and minutes. */
  time(now: string): string;
}

const cache = createIntlCache();

/** So many messages are remembered: a window draws hundreds of the same ones again for each claim. */
const mostMade = 5000;

/** Names in a message with what they hide written out. */
function shownValues(values: Values = {}): Record<string, string | number> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "string" ? showHiddenMarks(value) : value]),
  );
}

function textsIn(language: Language, { messages, spoken }: Catalogue): Texts {
  const { direction, comma } = languages[language];
  const intl: IntlShape = createIntl({ locale: language, messages, defaultLocale: "en" }, cache);
  const made = new Map<string, string>();
  const t: Texts["t"] = (id, values) => {
    const key = values === undefined ? id : `${id} ${JSON.stringify(values)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const text = intl.formatMessage({ id }, shownValues(values));
    if (made.size === mostMade) made.clear();
    made.set(key, text);
    return text;
  };
  return {
    language,
    direction,
    spoken,
    say: (text) => printLabel(text, spoken),
    shown: (library) => shownLibrary(library, spoken),
    failure: (error) => printMessage(asWorkbenchError(error).reason, spoken),
    t,
    rich: (id, tags) =>
      intl.formatMessage(
        { id },
        Object.fromEntries(Object.entries(tags).map(([tag, draw]) => [tag, (chunks: ReactNode[]) => draw(chunks)])),
      ),
    list: (names) => names.join(comma),
    number: (value) => intl.formatNumber(value),
    percent: (value) => intl.formatNumber(value, { style: "percent", maximumFractionDigits: 0 }),
    date: (time) => intl.formatDate(time, { dateStyle: "medium" }),
    time: (time) => intl.formatTime(time, { timeStyle: "short", ...clockOf(language) }),
  };
}

let current = textsIn("en", inFirstLoad);
let wanted: Language = "en";
const listeners = new Set<() => void>();

/** The texts of the present language, for code outside of components. */
export function texts(): Texts {
  return current;
}

/** The texts of the present language; the component is redrawn when it changes. */
export function useTexts(): Texts {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    // The language may have changed while the component was hidden.
    listener();
    return () => listeners.delete(listener);
  }, texts);
}

/** Speak a language, once it is loaded: words, numbers, dates and direction of the whole window. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language;
  const catalogue = await loadCatalogue(language);
  // Another one may have been chosen meanwhile.
  if (wanted !== language) return;
  current = textsIn(language, catalogue);
  document.documentElement.lang = language;
  document.documentElement.dir = current.direction;
  for (const listener of listeners) listener();
}
