import { type Language, languages, setLanguage } from "./texts.ts";

const place = "language";

function isLanguage(name: string | null | undefined): name is Language {
  return name != null && Object.hasOwn(languages, name);
}

/** Begin in the language chosen last, else in the first of the system's that there is, else in English. */
export function beginLanguage(): void {
  const kept = localStorage.getItem(place);
  const system = navigator.languages.map((tag) => tag.split("-")[0]).find(isLanguage);
  setLanguage(isLanguage(kept) ? kept : (system ?? "en"));
}

/** Change the language and remember it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(place, language);
  setLanguage(language);
}
