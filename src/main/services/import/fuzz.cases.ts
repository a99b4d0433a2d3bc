import { readFile } from "node:fs/promises";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { digest } from "../files/digest.ts";
import { exif, frame, jfif, jpeg, pngOf, tiffOf } from "../ocr/picture.cases.ts";
import type { Chance } from "../store/memory-disk.cases.ts";
import { taskPool } from "../tasks/run-task.ts";
import { type Tasks, tasks } from "../tasks/tasks.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";
import { WorkerPool } from "../workers/pool.ts";
import { bookOf, chapterOf } from "./epub/book.cases.ts";
import { msgOf, packedRtf, withStream } from "./msg/msg.cases.ts";
import { isTnef } from "./msg/parse-tnef.ts";
import { attachedMessage, attachment, messageProperties, recipients, tnefOf, withAttribute } from "./msg/tnef.cases.ts";
import { mutated } from "./mutate.cases.ts";
import { fodt, fuzzedOdt, odt } from "./odt/odt.cases.ts";
import { fuzzedRtf } from "./rtf/rtf.cases.ts";
import { docx, fuzzedDocx } from "./word/docx.cases.ts";

/** Every form of file that comes in, with files to begin from. */
export type Seeds = Readonly<Record<Form, readonly Uint8Array[]>>;
export const forms = [
  "pdf",
  "record",
  "markdown",
  "text",
  "docx",
  "odt",
  "rtf",
  "epub",
  "html",
  "mhtml",
  "eml",
  "msg",
  "tnef",
  "picture",
  "csv",
  "json",
  "bundle",
] as const;
export type Form = (typeof forms)[number];

/** What came of one file: it was read, refused in a sentence, stopped at its limit, or something broke. */
export type Outcome = Readonly<{
  form: Form;
  kind: "read" | "refused" | "stopped" | "broke";
  why: string;
  milliseconds: number;
}>;

/** Milliseconds after which a reader is stopped. */
export const limit = 15_000;

/**
 * The program's own samples in every form: the paper, annotated with its record, as text and Markdown, its codebook and
 * claims, and all of it as a bundle.
 */
export async function ownSeeds(folder: string, resources: string): Promise<Seeds> {
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a fuzzer", resources });
  try {
    const [sample] = await workbench.importSample({});
    if (sample === undefined) throw new Error("There is no sample.");
    const { paper } = sample;
    const { text } = await workbench.content({ paper: paper.id });
    const file = (name: string): Promise<Uint8Array> => readFile(path.join(resources, "sample", name));
    const exported = async (format: "pdf" | "md" | "docx"): Promise<Uint8Array> =>
      (await workbench.exportPaper({ paper: paper.id, format, summary: false })).bytes;
    return {
      pdf: [await file("sample.pdf")],
      record: [await exported("pdf")],
      markdown: [await exported("md")],
      text: [Buffer.from(text)],
      docx: [await exported("docx"), docx(fuzzedDocx)],
      odt: [odt(fuzzedOdt), fodt(fuzzedOdt)],
      rtf: [fuzzedRtf],
      epub: [bookOf(fuzzedBook)],
      html: [Buffer.from(fuzzedPage)],
      mhtml: [Buffer.from(`${savedHead}${fuzzedPage}\r\n--x--`)],
      eml: [
        Buffer.from(`${mailHead}${fuzzedPage}\r\n--x--`),
        Buffer.from(`From a Tue Mar  9 10:00:00 2021\nFrom: a@b\nSubject: c\nReceived: x\n\nd\n\n`.repeat(3)),
      ],
      msg: [
        msgOf(),
        msgOf({ text: { 4096: "" }, binary: { 4115: Buffer.from(fuzzedPage) } }),
        msgOf({ text: { 4096: "" }, binary: { 4105: packedRtf(fuzzedLetter) } }),
      ],
      tnef: [
        fuzzedTnef,
        Buffer.from(`${mailHead}${fuzzedPage}\r\n--x\r\n${packedHead}${fuzzedTnef.toString("base64")}\r\n--x--`),
      ],
      picture: [
        pngOf(fuzzedPicture, 3),
        pngOf(fuzzedPicture, 6, 100, 4),
        tiffOf([{ picture: fuzzedPicture }, { picture: fuzzedPicture, orientation: 6 }], false),
        jpeg(jfif, exif(6), frame(3)),
      ],
      csv: [await file("codebook.csv"), await file("claims.csv")],
      json: [(await workbench.exportCodebook({ format: "json" })).bytes],
      bundle: [(await workbench.exportBundle({})).bytes],
    };
  } finally {
    await workbench.close();
  }
}

const names: Readonly<Record<Form, string>> = {
  pdf: "a.pdf",
  record: "a.pdf",
  markdown: "a.md",
  text: "a.txt",
  docx: "a.docx",
  odt: "a.odt",
  rtf: "a.rtf",
  epub: "a.epub",
  html: "a.html",
  mhtml: "a.mhtml",
  eml: "a.eml",
  msg: "a.msg",
  tnef: "winmail.dat",
  picture: "a.png",
  csv: "a.csv",
  json: "a.json",
  bundle: "a.zip",
};

const fuzzedPicture = { width: 30, height: 20, pixels: Uint8Array.from({ length: 600 }, (_, index) => index % 251) };
const fuzzedPage = `<!doctype html><html dir=ltr><head><title>Ferries</title><meta name=author content="Ada Lind"><script type="application/ld+json">{"@type":"Report","datePublished":"2021-03-09"}</script></head><body><nav><a href="/">Menu</a></nav><main><h1>Ferries</h1>${"<p>Ministers agreed on ferry subsidies, on harbour fees<a id=r href=#n>1</a>, and on a report by autumn.</p>".repeat(12)}<table><tr><th colspan=2>a<th rowspan=2>b<tr><td>c<td>d</table><ol type=i><li>e<li hidden>f</ol><blockquote>g<br><br>h</blockquote></main><p id=n><a href=#r>1</a> Note.</p></body></html>`;
const savedHead =
  "Snapshot-Content-Location: https://example.org/\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
const mailHead =
  "From: =?utf-8?Q?Ad=C3=A9?= <a@example.org>\r\nSubject: Ferries\r\nDate: Tue, 9 Mar 2021 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; format=flowed\r\n\r\n> One \r\n> two\r\n-- \r\nAda\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\nContent-Type: text/html\r\n\r\n";
const packedHead = 'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n';
const fuzzedLetter = Buffer.from(fuzzedRtf).toString("latin1");
const fuzzedTnef = tnefOf(
  [1, 0x8004, Buffer.from("Fares\0")],
  messageProperties(
    [0x8001, 0x1f, "a", "Keyword"],
    [0x1000, 0x1f, "We agree."],
    [0x1009, 0x102, packedRtf(fuzzedLetter)],
  ),
  recipients([1, "Ben", "ben@example.org"], [2, "Eve", ""]),
  ...attachment([0x3707, 0x1f, "fares.xlsx"], [0x3701, 0x102, Buffer.alloc(90)]),
  ...attachedMessage(tnefOf(messageProperties([0x1013, 0x102, Buffer.from(fuzzedPage)]))),
);
const fuzzedBook = {
  files: {
    "a.xhtml": chapterOf(
      '<h1><span epub:type="pagebreak" title="1"/>One</h1><p>a<a epub:type="noteref" id="r" href="b.xhtml#n">1</a></p>',
    ),
    "b.xhtml": chapterOf('<aside epub:type="footnote" id="n"><a href="a.xhtml#r">1</a> Note.</aside>'),
  },
};

type Hostile = (bytes: Uint8Array, other: Uint8Array, chance: Chance) => Uint8Array;
/** How a part within a container is changed, so that the readers behind the container's own are reached. */
const within: Readonly<Partial<Record<Form, Hostile>>> = {
  docx: hostileArchive,
  odt: hostileArchive,
  epub: hostileArchive,
  bundle: hostileBundle,
  msg: (bytes, other, chance) => withStream(bytes, chance, (stream) => mutated(stream, other, chance)),
  tnef: (bytes, other, chance) =>
    isTnef(bytes)
      ? withAttribute(bytes, chance, (value) => mutated(value, other, chance))
      : mutated(bytes, other, chance),
};

/** A document one of whose parts was changed. */
function hostileArchive(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  if (bytes[0] !== 0x50) return mutated(bytes, other, chance);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const name = names[chance(names.length)] ?? "";
  return zipSync({ ...files, [name]: mutated(files[name] ?? new Uint8Array(), other, chance) }, { level: 1 });
}

/** A bundle one of whose files was changed, and which says with the right checksums that it is whole. */
function hostileBundle(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  const files = unzipSync(bytes);
  const manifest = JSON.parse(strFromU8(files["bundle.json"] ?? new Uint8Array()));
  const names = Object.keys(files);
  const name = names[chance(names.length)] ?? "bundle.json";
  const edited = mutated(files[name] ?? new Uint8Array(), other, chance);
  const digests = { ...manifest.files, ...(name === "bundle.json" ? {} : { [name]: digest(edited) }) };
  const about = strToU8(JSON.stringify({ ...manifest, files: digests }));
  return zipSync({ ...files, "bundle.json": about, [name]: edited }, { level: 1 });
}

/**
 * Gives mutated files to the importers as the program does: papers to its workers, tables and bundles to a workbench.
 */
export class Fuzzer {
  readonly #seeds: Seeds;
  readonly #chance: Chance;
  readonly #pool = new WorkerPool<Tasks>({
    ...taskPool,
    tasks: { ...tasks, importSource: { ...tasks.importSource, time: limit, growth: 1024 } },
  });
  readonly #fresh: () => Promise<OpenWorkbench>;
  #workbench: OpenWorkbench | null = null;
  #given = 0;

  constructor(seeds: Seeds, chance: Chance, fresh: () => Promise<OpenWorkbench>) {
    this.#seeds = seeds;
    this.#chance = chance;
    this.#fresh = fresh;
  }

  /** One more file of a form; `keep` gets its bytes when something broke. */
  async one(form: Form, keep: (bytes: Uint8Array) => Promise<void> = async () => undefined): Promise<Outcome> {
    const seed = this.#some(form);
    const other = this.#some(forms[this.#chance(forms.length)] ?? form);
    // Of a compound file, hardly any is read when a byte of its own is another one.
    const hostile = this.#chance(form === "msg" ? 8 : 2) === 0 ? undefined : within[form];
    const bytes = (hostile ?? mutated)(seed, other, this.#chance);
    const began = performance.now();
    const { kind, why } = await this.#give(form, bytes).then(
      () => ({ kind: "read", why: "" }) as const,
      (error: unknown) => this.#refusal(error),
    );
    if (kind === "broke") await keep(bytes);
    return { form, kind, why, milliseconds: performance.now() - began };
  }

  async close(): Promise<void> {
    await this.#pool.close();
    await this.#workbench?.close();
  }

  #some(form: Form): Uint8Array {
    const all = this.#seeds[form];
    return all[this.#chance(all.length)] ?? new Uint8Array();
  }

  #refusal(error: unknown): Pick<Outcome, "kind" | "why"> {
    if (!(error instanceof WorkbenchError)) return { kind: "broke", why: String(error) };
    if (error.code === "limit" && /took too much/.test(error.message)) return { kind: "stopped", why: error.message };
    return { kind: error.code === "internal" ? "broke" : "refused", why: error.message };
  }

  async #give(form: Form, bytes: Uint8Array): Promise<unknown> {
    const name = names[form];
    if (form !== "csv" && form !== "json" && form !== "bundle") {
      const run = { signal: new AbortController().signal, onProgress: () => undefined };
      return this.#pool.run("importSource", { name, bytes, known: [] }, run);
    }
    const workbench = await this.#library();
    return form === "bundle" ? workbench.importBundle({ name, bytes }) : workbench.importCodebook({ name, bytes });
  }

  /** A library that is recreated from time to time, so that imports do not pile up. */
  async #library(): Promise<OpenWorkbench> {
    if (this.#workbench !== null && this.#given++ % 50 !== 49) return this.#workbench;
    await this.#workbench?.close();
    this.#workbench = await this.#fresh();
    return this.#workbench;
  }
}
