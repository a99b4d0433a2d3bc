import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { ChangeId, CoderId, LibraryId, newId, PaperId } from "../../../shared/model/ids.ts";
import { blankPaper, type Paper } from "../../../shared/model/paper.ts";
import { digest } from "../files/digest.ts";
import { newIssue } from "../fixture.cases.ts";
import { encodeGeometry } from "../geometry/geometry.ts";
import { packBundle, readBundle } from "./bundle-file.ts";
import { papersIn, unknownCoders } from "./bundle-papers.ts";

const text = "The board says that every gate must open.";
const source = strToU8(text);
const coder = newId(CoderId);
const id = newId(PaperId);
const paper: Paper = {
  ...blankPaper,
  ...{ id, title: "Gates", authors: [], date: null, author: null, format: "text", fileName: "a.txt" },
  ...{ sha256: digest(source), bytes: source.length, characters: text.length, pages: 1 },
  ...{ added: "2026-01-01T00:00:00Z", coder },
};

function words(text: string): Uint8Array {
  const pages = [{ label: "§1", width: 0, height: 0, rotation: 0 }];
  const body = JSON.stringify({ text: text, blocks: [], pages, warnings: [] });
  return strToU8(`{"sha256":"${digest(body)}","content":${body}}\n`);
}

function change(...edits: Edit[]): Change {
  return { id: newId(ChangeId), at: "2026-01-01T00:00:00Z", coder, label: "x", undoes: null, edits };
}

const history = [
  change({ table: "coders", from: null, to: { id: coder, name: "Ada" } }),
  change({ table: "papers", from: null, to: paper }, newIssue("Water")),
];
const files = {
  [`papers/${id}/source.txt`]: source,
  [`papers/${id}/paper.json`]: words(text),
  [`papers/${id}/geometry.bin`]: encodeGeometry(Array.from({ length: text.length }, () => null)),
};
const good = packBundle({ library: newId(LibraryId), whole: true, history, files });

type Files = Record<string, Uint8Array>;

/** The bundle with its files changed; with checksums that fit unless they should be wrong. */
function edited(update: (all: Files) => void, honest = true): Uint8Array {
  const all: Files = unzipSync(good);
  const manifest = JSON.parse(strFromU8(all["bundle.json"] ?? new Uint8Array())) as { files: Record<string, string> };
  update(all);
  if (honest) {
    const rest = Object.entries(all).filter(([name]) => name !== "bundle.json");
    manifest.files = Object.fromEntries(rest.map(([name, bytes]) => [name, digest(bytes)]));
    if (all["bundle.json"] !== undefined) {
      const parsed = JSON.parse(strFromU8(all["bundle.json"])) as object;
      all["bundle.json"] = strToU8(JSON.stringify({ ...parsed, files: manifest.files }));
    }
  }
  // Unpacked, or what weighs too much would be taken for a bomb before.
  return zipSync(all, { level: 0 });
}

const manifestWith = (more: object) => (all: Files) => {
  const manifest = JSON.parse(strFromU8(all["bundle.json"] ?? new Uint8Array())) as object;
  all["bundle.json"] = strToU8(JSON.stringify({ ...manifest, ...more }));
};
const historyOf =
  (...changes: unknown[]) =>
  (all: Files) => {
    all["history.jsonl"] = strToU8(changes.map((change) => `${JSON.stringify(change)}\n`).join(""));
  };

test("what was packed is read back whole", async () => {
  const { manifest, changes, papers } = await readBundle(good);
  expect(manifest).toMatchObject({ bundle: 1, whole: true });
  expect(changes).toEqual(history);
  expect(papers).toMatchObject([{ paper, content: { text } }]);
  expect(Buffer.from(papers[0]?.source ?? "").equals(source)).toBe(true);
  expect(papersIn(changes)).toEqual([paper]);
});

test("a paper whose files are left out is history only", async () => {
  const { papers } = await readBundle(edited((all) => void delete all[`papers/${id}/source.txt`]));
  expect(papers).toEqual([]);
});

const other = strToU8("Another file.");
const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["no bundle", zipSync({ "a.txt": source }), /not a Stancemark library file/],
  ["one of a newer version", edited(manifestWith({ bundle: 2 })), /newer version of Stancemark/],
  ["a contents list of another form", edited(manifestWith({ whole: "yes" })), /table of contents can't be read/],
  [
    "a contents list that is none",
    edited((all) => {
      all["bundle.json"] = strToU8("{");
    }, false),
    /table of contents can't be read/,
  ],
  [
    "a source that is not the one listed",
    edited((all) => {
      all[`papers/${id}/source.txt`] = other;
    }, false),
    /source\.txt has the wrong content/,
  ],
  ["a history that is not the one listed", edited(historyOf(), false), /history\.jsonl has the wrong content/],
  ["no history", edited((all) => void delete all["history.jsonl"]), /history\.jsonl has the wrong content/],
  [
    "a source that is another file",
    edited((all) => {
      all[`papers/${id}/source.txt`] = other;
    }),
    /a different source for “Gates”/,
  ],
  [
    "words that fail their own checksum",
    edited((all) => {
      all[`papers/${id}/paper.json`] = strToU8(strFromU8(words(text)).replace("gate", "goat"));
    }),
    /text of this paper is damaged/,
  ],
  [
    "words that are longer, with no geometry to show it",
    edited((all) => {
      all[`papers/${id}/paper.json`] = words(`${text} More.`);
      delete all[`papers/${id}/geometry.bin`];
    }),
    /a different text for “Gates”/,
  ],
  [
    "words that are longer",
    edited((all) => {
      all[`papers/${id}/paper.json`] = words(`${text} More.`);
    }),
    /a different text for “Gates”/,
  ],
  ["no words", edited((all) => void delete all[`papers/${id}/paper.json`]), /paper\.json has the wrong content/],
  [
    "geometry of another text",
    edited((all) => {
      all[`papers/${id}/geometry.bin`] = encodeGeometry([null]);
    }),
    /a different text for “Gates”/,
  ],
  [
    "geometry that is none",
    edited((all) => {
      all[`papers/${id}/geometry.bin`] = other;
    }),
    /a different text/,
  ],
  [
    "geometry on pages that are not there",
    edited((all) => {
      all[`papers/${id}/geometry.bin`] = encodeGeometry(
        Array.from({ length: text.length }, () => ({ page: 1, box: [0, 0, 1, 1] as const })),
      );
    }),
    /a different text/,
  ],
  ["a history that does not fit together", edited(historyOf(...history, history[1])), /history is inconsistent/],
  ["a change of another form", edited(historyOf(history[0], { ...history[1], edits: {} })), /history can't be read/],
  [
    "a history that is no JSON",
    edited((all) => {
      all["history.jsonl"] = strToU8("{\n");
    }),
    /history can't be read/,
  ],
  [
    "a history heavier than memory",
    edited((all) => {
      all["history.jsonl"] = strToU8(`[${"[],".repeat(10_000_001)}0]\n`);
    }),
    /history in this library file is too large/,
  ],
  ["the beginning of one", good.slice(0, -30), /not opened/],
];

test.each(cases)("refused: %s", async (_what, bytes, sentence) => {
  await expect(readBundle(bytes)).rejects.toMatchObject({ message: expect.stringMatching(sentence) });
});

test("a history that has a change twice is refused, even where both fit", async () => {
  const [first, second] = history;
  const again = { ...change(newIssue("Soil")), id: second?.id };
  await expect(readBundle(edited(historyOf(first, second, again)))).rejects.toMatchObject({
    code: "unreadable",
    reason: { key: "bundle.repeatedChange" },
  });
});

test("coders whom no change has added are found, in changes and in records", () => {
  const stranger = newId(CoderId);
  expect(unknownCoders(history)).toEqual([]);
  expect(unknownCoders([...history, { ...change(newIssue("Soil")), coder: stranger }])).toEqual([stranger]);
  const theirs = { table: "papers" as const, from: paper, to: { ...paper, coder: stranger } };
  expect(unknownCoders([...history, change(theirs)])).toEqual([stranger]);
  const gone = { table: "coders" as const, from: { id: coder, name: "Ada" }, to: null };
  expect(unknownCoders([...history, change(gone), change(newIssue("Soil"))])).toEqual([]);
});
