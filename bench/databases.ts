/**
 * Opening a library of many codings, adding one more and counting by code, beside what programs do that keep codings in
 * SQLite: `bench/databases.ts [papers] [codings per paper]`. Tables, indexes and statements are those of QualCoder
 * (ccbogel/QualCoder, `code_text`) and of Taguette (remram44/taguette, `database/models.py`), both with SQLite's
 * defaults. The codings are the same in all three, and so is the disk; the programs take turns. Windows, and the layer of
 * objects above Taguette's tables, are not measured.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FileLibrary } from "../src/main/services/store/library.ts";
import { claimEdits } from "../src/shared/claims/claim-edits.ts";
import { issueCounts } from "../src/shared/codebook/issue-counts.ts";
import { stanceScale } from "../src/shared/codebook/stance-scale.ts";
import type { Annotation, Position } from "../src/shared/model/annotation.ts";
import { ofPaper } from "../src/shared/model/by-paper.ts";
import type { Library } from "../src/shared/model/library.ts";
import { makeLargeLibrary } from "./large-library.ts";

const papers = Number(process.argv[2] ?? 1000);
const each = Number(process.argv[3] ?? 100);
const rounds = 3;
const codings = 60;
const time = "2026-01-02T03:04:05.000Z";

const root = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const folder = path.join(root, "library");
await makeLargeLibrary(folder, papers, 20_000, each);
const open = (): Promise<FileLibrary> => FileLibrary.open(folder, { program: "a bench", coder: "Bench" });

type Coding = Readonly<{ annotation: Annotation; position: Position; document: number }>;

/** All codings of a library with the number of their paper. */
function codingsOf(library: Library): Coding[] {
  return Object.keys(library.papers).flatMap((paper, document) => {
    const positions = Object.values(ofPaper(library.positions, paper));
    const annotations = ofPaper(library.annotations, paper);
    return positions.flatMap((position) => {
      const annotation = annotations[position.annotation];
      return annotation === undefined ? [] : [{ annotation, position, document }];
    });
  });
}

/** One program's way: open its file, add a coding as one change that is on disk afterwards, count by code. */
type Peer = Readonly<{ open: () => Promise<Session> }>;
type Session = Readonly<{ add: (index: number) => Promise<void>; count: () => number; close: () => Promise<void> }>;

async function stancemark(): Promise<Session> {
  const store = await open();
  const [paper] = Object.values(store.library.papers);
  const [issue] = Object.values(store.library.issues);
  const [stance] = stanceScale(store.library.stances);
  if (paper === undefined || issue === undefined || stance === undefined) throw new Error("The library is empty.");
  return {
    add: async (index) => {
      const ranges = [{ start: index, end: index + 20, quote: "a".repeat(20), prefix: "", suffix: "" }];
      const positions = [{ issue: issue.id, stance: stance.id, strength: null }];
      const about = { actor: null, positions, certainty: null, note: "", coder: store.coder, at: time };
      await store.commit("A claim", claimEdits({ paper: paper.id, passage: { ranges, areas: [] }, ...about }).edits);
    },
    count: () => [...issueCounts(store.library).values()].reduce((sum, { direct }) => sum + direct, 0),
    close: () => store.close(),
  };
}

/** A database of a peer: `add` gets the number of a coding, `count` is its statement for counts by code. */
function database(name: string, add: (database: DatabaseSync) => (index: number) => void, count: string): Peer {
  return {
    open: async () => {
      const file = new DatabaseSync(path.join(root, name));
      const counting = file.prepare(count);
      const adding = add(file);
      return {
        add: async (index) => adding(index),
        count: () => counting.all().reduce((sum, row) => sum + Number(row.count), 0),
        close: async () => file.close(),
      };
    },
  };
}

function fill(name: string, tables: string, write: (database: DatabaseSync) => void): void {
  const file = new DatabaseSync(path.join(root, name));
  file.exec(tables);
  file.exec("BEGIN");
  write(file);
  file.exec("COMMIT");
  file.close();
}

const store = await open();
const library = store.library;
const all = codingsOf(library);
const codes = Object.values(library.issues);
const codeOf = new Map(codes.map(({ id }, index) => [id as string, index + 1]));
await store.close();

fill(
  "qualcoder.db",
  `CREATE TABLE source (id integer primary key, name text, fulltext text, memo text, owner text, date text, unique(name));
   CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, unique(name));
   CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer,
     owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1,owner));`,
  (file) => {
    const code = file.prepare("INSERT INTO code_name (cid,name,memo,owner,date,color) VALUES (?,?,'','a',?,'#F00')");
    for (const [index, { name }] of codes.entries()) code.run(index + 1, `${index} ${name}`, time);
    const coding = file.prepare(
      "INSERT OR IGNORE INTO code_text (cid,fid,seltext,pos0,pos1,owner,memo,date) VALUES (?,?,?,?,?,'a','',?)",
    );
    for (const { annotation, position, document } of all) {
      const [range] = annotation.passage.ranges;
      if (range !== undefined)
        coding.run(codeOf.get(position.issue) ?? 1, document, range.quote, range.start, range.end, time);
    }
  },
);
const qualcoder = database(
  "qualcoder.db",
  (file) => {
    const coding = file.prepare(
      "INSERT INTO code_text (cid,fid,seltext,pos0,pos1,owner,memo,date) VALUES (1,0,?,?,?,'b','',?)",
    );
    return (index) => void coding.run("a".repeat(20), index, index + 20, time);
  },
  "SELECT cid, COUNT(*) AS count FROM code_text GROUP BY cid",
);

fill(
  "taguette.sqlite3",
  `CREATE TABLE tags (id integer primary key, project_id integer, path text, description text);
   CREATE TABLE highlights (id integer primary key, document_id integer, start_offset integer, end_offset integer, snippet text);
   CREATE INDEX ix_highlights_document_id ON highlights (document_id);
   CREATE TABLE highlight_tags (highlight_id integer, tag_id integer, primary key (highlight_id, tag_id));
   CREATE INDEX ix_highlight_tags_highlight_id ON highlight_tags (highlight_id);
   CREATE INDEX ix_highlight_tags_tag_id ON highlight_tags (tag_id);
   CREATE TABLE commands (id integer primary key, date text, user_login text, project_id integer, document_id integer, payload text);
   CREATE INDEX ix_commands_date ON commands (date);
   CREATE INDEX ix_commands_user_login ON commands (user_login);
   CREATE INDEX ix_commands_project_id ON commands (project_id);
   CREATE INDEX ix_commands_document_id ON commands (document_id);
   CREATE INDEX idx_project_document ON commands (project_id, document_id);
   CREATE INDEX idx_project_id ON commands (project_id, id);`,
  (file) => {
    const tag = file.prepare("INSERT INTO tags VALUES (?,1,?,'')");
    for (const [index, { name }] of codes.entries()) tag.run(index + 1, name);
    const highlight = file.prepare("INSERT INTO highlights VALUES (?,?,?,?,?)");
    const tagged = file.prepare("INSERT INTO highlight_tags VALUES (?,?)");
    for (const [index, { annotation, position, document }] of all.entries()) {
      const [range] = annotation.passage.ranges;
      highlight.run(index + 1, document, range?.start ?? 0, range?.end ?? 0, range?.quote ?? "");
      tagged.run(index + 1, codeOf.get(position.issue) ?? 1);
    }
  },
);
const taguette = database(
  "taguette.sqlite3",
  (file) => {
    const highlight = file.prepare(
      "INSERT INTO highlights (document_id,start_offset,end_offset,snippet) VALUES (0,?,?,?)",
    );
    const tagged = file.prepare("INSERT INTO highlight_tags VALUES (?,1)");
    const command = file.prepare(
      "INSERT INTO commands (date,user_login,project_id,document_id,payload) VALUES (?,'a',1,0,?)",
    );
    return (index) => {
      file.exec("BEGIN");
      const { lastInsertRowid } = highlight.run(index, index + 20, "a".repeat(20));
      tagged.run(lastInsertRowid);
      command.run(
        time,
        JSON.stringify({
          type: "highlight_add",
          highlight_id: Number(lastInsertRowid),
          start_offset: index,
          end_offset: index + 20,
          tags: [1],
        }),
      );
      file.exec("COMMIT");
    };
  },
  `SELECT id, path, (SELECT COUNT(highlight_id) FROM highlight_tags WHERE tag_id = tags.id) AS count FROM tags`,
);

const peers: Readonly<Record<string, Peer>> = {
  Stancemark: { open: stancemark },
  QualCoder: qualcoder,
  Taguette: taguette,
};
const times = new Map<string, number[]>();
const timed = async <Value>(what: string, work: () => Promise<Value> | Value): Promise<Value> => {
  const began = performance.now();
  const value = await work();
  times.set(what, [...(times.get(what) ?? []), performance.now() - began]);
  return value;
};
const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

console.log(`${all.length} codings in ${papers} papers, ${rounds} rounds of ${codings} more each; middle values in ms`);
for (let round = 0; round < rounds; round++)
  for (const [name, peer] of Object.entries(peers)) {
    const session = await timed(`${name}: open`, peer.open);
    for (let index = 0; index < codings; index++)
      await timed(`${name}: one more`, () => session.add(round * codings + index));
    for (let index = 0; index < 5; index++) await timed(`${name}: count by code`, session.count);
    await session.close();
  }
for (const [what, list] of times) console.log(`${what.padEnd(28)} ${middle(list).toFixed(2)}`);
await rm(root, { recursive: true, force: true });
