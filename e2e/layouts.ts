import type { Page } from "@playwright/test";

/** Type as a keyboard of some layout does: the letter it gives, with the place of the key, and the text. */
export async function typeOn(page: Page, text: string, codeOf: (letter: string) => string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const letter of text) {
    const key = { key: letter, code: codeOf(letter) };
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", text: letter, ...key });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }
  await session.detach();
}

/** A key that is pressed with a code and a letter of its own, as on a layout that is not Latin. */
export async function pressOn(page: Page, key: string, code: string, modifiers = 0, text?: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const part = { key, code, modifiers, ...(text === undefined ? {} : { text }) };
  await session.send("Input.dispatchKeyEvent", { type: text === undefined ? "rawKeyDown" : "keyDown", ...part });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, modifiers });
  await session.detach();
}

const rows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
const places = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
/** The place of the key of a Russian letter (ЙЦУКЕН). */
export const russian = (letter: string): string => {
  const row = rows.findIndex((row) => row.includes(letter.toLowerCase()));
  const place = places[row]?.[rows[row]?.indexOf(letter.toLowerCase()) ?? -1];
  return place === undefined ? "" : `Key${place}`;
};
