import { pairEqual } from "./edit-script.ts";

/** A piece of text that both versions have, that only the old one has, or only the new one. */
export type DifferencePart = Readonly<{ kind: "same" | "old" | "new"; text: string }>;

/** Words and what is between them, so that nothing of either text is left out. */
const token =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}’'])+|./gsu;

/** Tokens that differ beyond which both texts are shown as a whole. */
const longestDifference = 2000;

/**
 * How one text became another, word by word: the parts with `same` and `old` make the old text, those with `same` and
 * `new` the new one. White space counts as equal, whatever it is.
 */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const [own, other] = [before.match(token) ?? [], after.match(token) ?? []];
  const ids = new Map<string, number>();
  const number = (text: string): number => {
    const key = /^\s/.test(text) ? " " : text;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  };
  const pairs: [number, number][] = [];
  pairEqual(Int32Array.from(own, number), Int32Array.from(other, number), longestDifference, (x, y) =>
    pairs.push([x, y]),
  );
  const parts: { kind: DifferencePart["kind"]; text: string }[] = [];
  const add = (kind: DifferencePart["kind"], text: string): void => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [from, to] = [0, 0];
  for (const [x, y] of [...pairs.reverse(), [own.length, other.length] as const]) {
    add("old", own.slice(from, x).join(""));
    add("new", other.slice(to, y).join(""));
    add("same", other[y] ?? "");
    [from, to] = [x + 1, y + 1];
  }
  return joinSpaces(parts);
}

/** A single space between two changed words is no common part worth showing: it is given to both. */
function joinSpaces(parts: readonly DifferencePart[]): DifferencePart[] {
  const runs: DifferencePart[] = [];
  let old = "";
  let fresh = "";
  const flush = (): void => {
    if (old !== "") runs.push({ kind: "old", text: old });
    if (fresh !== "") runs.push({ kind: "new", text: fresh });
    [old, fresh] = ["", ""];
  };
  for (const [index, part] of parts.entries()) {
    const isWorth = fresh !== "" && (old !== "" || parts[index + 1]?.kind === "old");
    const isBetween = part.kind === "same" && part.text.trim() === "" && index < parts.length - 1 && isWorth;
    if (part.kind === "old") old += part.text;
    else if (part.kind === "new") fresh += part.text;
    else if (isBetween) {
      old += part.text;
      fresh += part.text;
    } else {
      flush();
      runs.push(part);
    }
  }
  flush();
  return runs;
}
