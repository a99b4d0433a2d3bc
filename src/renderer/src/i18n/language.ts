import { type Language, languages, setLanguage } from "./texts.ts";

const place = "language";

function isLanguage(name: string | null | undefined): name is Language {
  return name != null && Object.hasOwn(languages, name);
}

/**
 * Begin in the language chosen last, else in the first of the system's that there is, else in English. Rejects, in
 * English, where its messages cannot be loaded.
 */
export async function beginLanguage(): Promise<void> {
  const kept = localStorage.getItem(place);
  const system = navigator.languages.map((tag) => tag.split("-")[0]).find(isLanguage);
  await setLanguage(isLanguage(kept) ? kept : (system ?? "en"));
}

/** Change the language and remember it. Rejects where its messages cannot be loaded. */
export async function chooseLanguage(language: Language): Promise<void> {
  await setLanguage(language);
  localStorage.setItem(place, language);
}
