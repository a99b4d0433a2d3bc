import { nativeTheme } from "electron";
import { inEnglish, type LanguageTag, type SpokenLanguage } from "../../shared/messages/message.ts";
import { inUrdu } from "../../shared/messages/urdu.ts";
import {
  readShellState,
  type ShellState,
  type WindowPlace,
  withPlace,
  withRecent,
  writeShellState,
} from "./shell-state.ts";
import { backgrounds } from "./window.ts";

const spokenLanguages: Readonly<Record<LanguageTag, SpokenLanguage>> = { en: inEnglish, ur: inUrdu };

/** What the app remembers between starts, in one file. */
export class Preferences {
  readonly #file: string;
  #state: ShellState;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
    this.#state = readShellState(file);
  }

  get state(): ShellState {
    return this.#state;
  }

  /** The language chosen in a window, else the system's where the program speaks it, else English. */
  language(systemLocale: string): SpokenLanguage {
    return spokenLanguages[this.#state.language ?? (systemLocale.startsWith("ur") ? "ur" : "en")];
  }

  /** What is behind a window until its page is painted. */
  background(): string {
    return this.#state.background ?? backgrounds[nativeTheme.shouldUseDarkColors ? "dark" : "light"];
  }

  set(part: Partial<ShellState>): void {
    this.#state = { ...this.#state, ...part };
    this.#writing = this.#writing.then(() => writeShellState(this.#file, this.#state));
  }

  addRecent(folder: string): void {
    this.set({ recent: withRecent(this.#state.recent, folder) });
  }

  setPlace(arrangement: string, place: WindowPlace): void {
    this.set({ places: withPlace(this.#state.places, arrangement, place) });
  }

  /** Title bars, menus and dialogs of the system follow the theme of the window. */
  applyTheme(): void {
    nativeTheme.themeSource = this.#state.theme;
  }

  /** Resolves when everything set so far is written. */
  written(): Promise<void> {
    return this.#writing;
  }
}
