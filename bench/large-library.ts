/** A library as large as one gets: papers with words of their own in five scripts, and claims on them. */

import { digest } from "../src/main/services/files/digest.ts";
import { FileLibrary } from "../src/main/services/store/library.ts";
import { PaperFiles } from "../src/main/services/store/paper-files.ts";
import type { Edit } from "../src/shared/change/edit.ts";
import { claimEdits } from "../src/shared/claims/claim-edits.ts";
import { findOrCreateIssue } from "../src/shared/codebook/find-or-create.ts";
import { stanceScale } from "../src/shared/codebook/stance-scale.ts";
import type { Block, PaperContent } from "../src/shared/model/content.ts";
import { ActorId, IssueId, newId, PaperId, type StanceId } from "../src/shared/model/ids.ts";
import { blankPaper, type Paper } from "../src/shared/model/paper.ts";

const time = "2026-01-02T03:04:05.000Z";
const issues = ["Dues", "Dues/By length", "Dues/By value", "Night boat", "Dredging", "Licence", "Vessels", "Fares"];
const holders = ["Harbour Board", "Islands Council", "Port of Aldra", "Audit Office", "Ministry of Transport"];
const sentences = [
  "The council holds that the dues of the harbour should follow the length of a boat and not its value.",
  "Nobody who sails by night has asked for a fare that rises with the fuel, and the ministry knows it.",
  "The audit found the grant was paid without any count of what it buys, year after year.",
  "A channel dredged twice costs less than a ferry that waits for the tide, says the company’s engineer.",
  "Les îles demandent une concession plus longue; le ministère préfère l’appel d’offres.",
  "يرى المجلس أن رسوم الميناء يجب أن تتبع طول القارب لا قيمته.",
  "کونسل کا کہنا ہے کہ بندرگاہ کے محصول کشتی کی لمبائی پر ہوں۔",
  "परिषद का मानना है कि बंदरगाह का शुल्क नाव की लंबाई पर हो।",
  "理事会认为，港口费应按船只长度而不是价值收取。",
];

/** A small generator of numbers, the same each time (Park and Miller, 1988). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** How many sentences a paragraph has at least and at most, and how many paragraphs a page. */
export type Shape = Readonly<{ least: number; most: number; perPage: number }>;
const usual: Shape = { least: 4, most: 8, perPage: 6 };

function words(next: (below: number) => number, length: number, { least, most, perPage }: Shape): PaperContent {
  const blocks: Block[] = [];
  let text = "";
  while (text.length < length) {
    if (text !== "") text += "\n";
    const start = text.length;
    for (let count = least + next(most - least + 1); count > 0; count--)
      text += `${sentences[next(sentences.length)]} Note ${next(1_000_000)}. `;
    blocks.push({ kind: "paragraph", start, end: text.length, page: 0, continues: false, direction: "ltr", marks: [] });
  }
  const pages = Math.ceil(blocks.length / perPage);
  return {
    text,
    blocks: blocks.map((block, index) => ({ ...block, page: Math.floor(index / perPage) })),
    pages: Array.from({ length: pages }, (_, index) => ({
      label: `${index + 1}`,
      width: 0,
      height: 0,
      rotation: 0 as const,
    })),
    warnings: [],
  };
}

/** Make such a library in a folder: so many papers of so many characters, each with so many claims. */
export async function makeLargeLibrary(
  folder: string,
  papers: number,
  characters: number,
  claims: number,
  shape = usual,
): Promise<void> {
  const store = await FileLibrary.open(folder, { program: "a bench", coder: "Bench" });
  const files = new PaperFiles(folder);
  const codebook: Edit[] = [];
  for (const name of issues) {
    const known = Object.fromEntries(
      codebook.flatMap((edit) => (edit.table === "issues" && edit.to !== null ? [[edit.to.id, edit.to]] : [])),
    );
    codebook.push(...findOrCreateIssue(known, name.split("/")).edits);
  }
  const actors = holders.map((name) => ({ id: newId(ActorId), name, kind: null, aliases: [], parent: null }));
  codebook.push(...actors.map((to): Edit => ({ table: "actors", from: null, to })));
  await store.commit("A codebook", codebook);
  const issueIds = Object.keys(store.library.issues).map((id) => IssueId.parse(id));
  const stances = stanceScale(store.library.stances).map((stance) => stance.id);
  const next = seeded(7);
  for (let number = 1; number <= papers; number++) {
    const content = words(next, characters, shape);
    const source = new TextEncoder().encode(content.text);
    const paper: Paper = {
      ...blankPaper,
      id: newId(PaperId),
      title: `${["Harbour dues", "The night boat", "Dredging the strait", "Who pays"][next(4)]}, paper ${number}`,
      authors: [holders[next(holders.length)] ?? ""],
      date: `${2000 + next(25)}-0${1 + next(9)}`,
      format: "text",
      fileName: `${number}.txt`,
      sha256: digest(source),
      bytes: source.length,
      characters: content.text.length,
      pages: content.pages.length,
      author: actors[next(actors.length)]?.id ?? null,
      tags: next(4) === 0 ? ["urgent"] : [],
      collections: [["North", "South"][next(2)] ?? ""],
      added: time,
      coder: store.coder,
    };
    await files.write(paper.id, "text", { source, content, geometry: null });
    const made = Array.from({ length: claims }, (): Edit[] => {
      const start = next(Math.max(1, content.text.length - 200));
      const end = start + 60 + next(140);
      const range = { start, end, quote: content.text.slice(start, end), prefix: "", suffix: "" };
      const issue = issueIds[next(issueIds.length)];
      const stance: StanceId | undefined = stances[next(stances.length)];
      if (issue === undefined || stance === undefined) throw new Error("The codebook is empty.");
      return claimEdits({
        paper: paper.id,
        passage: { ranges: [range], areas: [] },
        actor: actors[next(actors.length)]?.id ?? null,
        positions: [{ issue, stance, strength: null }],
        certainty: 1 + next(5),
        note: next(3) === 0 ? "The director's own words, to be checked." : "",
        coder: store.coder,
        at: time,
      }).edits;
    });
    await store.commit("A paper", [{ table: "papers", from: null, to: paper }, ...made.flat()]);
  }
  await store.close();
}
