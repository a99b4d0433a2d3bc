import type { Message } from "../messages/arguments.ts";
import { scale as inEnglish } from "../messages/en/scale.ts";
import { message } from "../messages/message.ts";
import { scale as inUrdu } from "../messages/ur/scale.ts";
import type { Stance } from "./codebook.ts";
import type { StanceId } from "./ids.ts";
import { defaultScale } from "./library.ts";

type ScaleKey = keyof typeof inEnglish;

/** The key of the name of each stance of the default scale, by the name it is stored under. */
const keys: Readonly<Record<string, ScaleKey>> = {
  supports: "scale.supports",
  opposes: "scale.opposes",
  neutral: "scale.neutral",
  mixed: "scale.mixed",
  unclear: "scale.unclear",
};

/** The name of a stance of the default scale as every library stores it, by its identifier. */
const stored: ReadonlyMap<string, string> = new Map(defaultScale.map(({ id, name }) => [id, name]));

type Named = Pick<Stance, "id" | "name">;

/** The key of a stance that nobody has renamed; null where the name is the codebook's own. */
function keyOf({ id, name }: Named): ScaleKey | null {
  return stored.get(id) === name ? (keys[name] ?? null) : null;
}

/**
 * What a stance is called on screen and in reports: a stance of the default scale is a message, in the reader's
 * language, until it is renamed; every other name is shown as stored. Without a stance, that there is none. Data files
 * have the stored name, whatever the language.
 */
export function stanceLabel(stance: Named | null | undefined): string | Message {
  if (stance === null || stance === undefined) return message("scale.none");
  const key = keyOf(stance);
  return key === null ? stance.name : message(key);
}

/** Every name that a stance is shown under in some language, its stored one first. */
export function stanceNames(stance: Named): readonly string[] {
  const key = keyOf(stance);
  return key === null ? [stance.name] : [stance.name, inUrdu[key]];
}

/**
 * The name to be stored for a stance that a person gave a name: back at the name that a stance of the default scale has
 * in some language, it is stored as in every other library.
 */
export function storedStanceName(id: StanceId, name: string): string {
  const first = stored.get(id);
  return first !== undefined && stanceNames({ id, name: first }).includes(name) ? first : name;
}

/** What says that there is no stance, in every language. */
export const noStanceNames: readonly string[] = [inEnglish["scale.none"], inUrdu["scale.none"]];
