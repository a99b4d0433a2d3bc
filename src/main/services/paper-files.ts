import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { WorkbenchError } from "../../shared/errors.ts";
import { PaperContent } from "../../shared/model/content.ts";
import type { PaperId } from "../../shared/model/ids.ts";
import { flushFolder, readIfThere, writeDurably } from "./files.ts";
import { digest } from "./snapshot.ts";

const extensions = { pdf: "pdf", markdown: "md", text: "txt" } as const;
type Format = keyof typeof extensions;

/** The files of the papers in a library's folder: source bytes, words, geometry. Written once, whole, before the paper is announced. */
export class PaperFiles {
  readonly #folder: string;
  readonly #contents = new Map<string, PaperContent>();

  constructor(libraryFolder: string) {
    this.#folder = path.join(libraryFolder, "papers");
  }

  async write(
    id: PaperId,
    format: Format,
    files: { source: Uint8Array; content: PaperContent; geometry: Uint8Array | null },
  ) {
    const temporary = path.join(this.#folder, `.${id}.tmp`);
    await mkdir(temporary, { recursive: true });
    const body = JSON.stringify(files.content);
    await writeDurably(path.join(temporary, `source.${extensions[format]}`), files.source);
    await writeDurably(path.join(temporary, "paper.json"), `{"sha256":"${digest(body)}","content":${body}}\n`);
    if (files.geometry !== null) await writeDurably(path.join(temporary, "geometry.bin"), files.geometry);
    await rename(temporary, this.path(id));
    await flushFolder(this.#folder);
  }

  /** Take back a `write` whose change could not be made. */
  async remove(id: PaperId): Promise<void> {
    await rm(this.path(id), { recursive: true, force: true });
  }

  async source(id: PaperId, format: Format): Promise<Buffer> {
    return this.#need(id, `source.${extensions[format]}`);
  }

  async geometry(id: PaperId): Promise<Buffer | null> {
    return readIfThere(path.join(this.path(id), "geometry.bin"));
  }

  /** The paper's words, kept in memory for the last few papers asked for. Throws `damaged` when the file fails its check. */
  async content(id: PaperId): Promise<PaperContent> {
    const known = this.#contents.get(id);
    if (known !== undefined) return known;
    const text = (await this.#need(id, "paper.json")).toString("utf8");
    const [, sha256, body] = /^\{"sha256":"([0-9a-f]{64})","content":(.*)\}\n$/s.exec(text) ?? [];
    if (body === undefined || digest(body) !== sha256)
      throw new WorkbenchError("damaged", "The words of this paper are damaged on disk; import its source again.");
    const content = PaperContent.parse(JSON.parse(body));
    if (this.#contents.size >= 8) this.#contents.delete(this.#contents.keys().next().value ?? "");
    this.#contents.set(id, content);
    return content;
  }

  path(id: PaperId): string {
    return path.join(this.#folder, id);
  }

  async #need(id: PaperId, name: string): Promise<Buffer> {
    const bytes = await readIfThere(path.join(this.path(id), name));
    if (bytes === null) throw new WorkbenchError("missing", "The files of this paper are not in the library's folder.");
    return bytes;
  }
}
