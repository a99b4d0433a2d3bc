import { strFromU8, strToU8, zipSync } from "fflate";
import { z } from "zod";
import { apply, Change } from "../../../shared/change/change.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { LibraryId } from "../../../shared/model/ids.ts";
import { emptyLibrary } from "../../../shared/model/library.ts";
import { digest } from "../files/digest.ts";
import { isTooHeavy } from "../files/json-weight.ts";
import { parseWords } from "../files/paper-words.ts";
import { parseRecognised } from "../files/recognised-words.ts";
import { isGeometryOf } from "../geometry/geometry.ts";
import { type BundledPaper, papersIn } from "./bundle-papers.ts";
import { openZip, type ZipEntry } from "./zip-guard.ts";

/** The version of the bundle's form. */
const version = 1;

const Manifest = z.strictObject({
  bundle: z.int(),
  library: LibraryId,
  /** True when it is the library whole; false when it is chosen papers. */
  whole: z.boolean(),
  made: z.iso.datetime(),
  /** SHA-256 of each other file in the archive, by name. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** What a bundle is packed of: the library it comes from, whether whole, the changes, and the papers' files by name. */
export type Packing = Readonly<{
  library: LibraryId;
  whole: boolean;
  history: readonly Change[];
  files: Readonly<Record<string, Uint8Array>>;
}>;

/** What a bundle holds. */
export type Bundle = Readonly<{
  manifest: z.infer<typeof Manifest>;
  changes: readonly Change[];
  papers: readonly BundledPaper[];
}>;

/** A bundle's bytes. */
export function packBundle({ library, whole, history, files }: Packing): Uint8Array {
  const lines = history.map((change) => `${JSON.stringify(change)}\n`).join("");
  const content: Record<string, Uint8Array> = { "history.jsonl": strToU8(lines), ...files };
  const digests = Object.fromEntries(Object.entries(content).map(([name, bytes]) => [name, digest(bytes)]));
  const manifest = { bundle: version, library, whole, made: new Date().toISOString(), files: digests };
  return zipSync({ "bundle.json": strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...content }, { level: 6 });
}

/**
 * Read a bundle, every file of it against its checksum, and its history as one that fits together. Throws `unreadable`
 * when it is damaged or no bundle.
 */
export async function readBundle(bytes: Uint8Array): Promise<Bundle> {
  const entries = await openZip(bytes);
  const manifest = await readManifest(entries);
  const need = async (name: string): Promise<Uint8Array> => {
    const content = await entries.get(name)?.read();
    if (content === undefined || digest(content) !== manifest.files[name])
      throw new WorkbenchError("unreadable", message("bundle.fileDamaged", { file: name }));
    return content;
  };
  const history = await need("history.jsonl");
  if (isTooHeavy(history)) throw new WorkbenchError("limit", message("bundle.historyTooLarge"));
  const changes = parseHistory(history);
  try {
    changes.reduce(apply, emptyLibrary(manifest.library));
  } catch (error) {
    throw new WorkbenchError("unreadable", message("bundle.historyInconsistent"), error);
  }
  if (new Set(changes.map(({ id }) => id)).size < changes.length)
    throw new WorkbenchError("unreadable", message("bundle.repeatedChange"));
  const papers: BundledPaper[] = [];
  for (const paper of papersIn(changes)) {
    const folder = `papers/${paper.id}/`;
    const [name] = [...entries.keys()].filter((key) => key.startsWith(`${folder}source.`));
    if (name === undefined) continue;
    const source = await need(name);
    if (digest(source) !== paper.sha256)
      throw new WorkbenchError("unreadable", message("bundle.otherSource", { title: paper.title }));
    const content = parseWords(await need(`${folder}paper.json`));
    const geometry = entries.has(`${folder}geometry.bin`) ? await need(`${folder}geometry.bin`) : null;
    if (content.text.length !== paper.characters || (geometry !== null && !isGeometryOf(geometry, content)))
      throw new WorkbenchError("unreadable", message("bundle.otherText", { title: paper.title }));
    const recognised = entries.has(`${folder}recognised.bin`)
      ? parseRecognised(await need(`${folder}recognised.bin`))
      : undefined;
    const pages = entries.has(`${folder}pages.pdf`) ? await need(`${folder}pages.pdf`) : undefined;
    papers.push({ paper, source, content, geometry, recognised, pages });
  }
  return { manifest, changes, papers };
}

async function readManifest(entries: ReadonlyMap<string, ZipEntry>): Promise<z.infer<typeof Manifest>> {
  const bytes = await entries.get("bundle.json")?.read();
  if (bytes === undefined) throw new WorkbenchError("unreadable", message("bundle.notOne"));
  const manifest = Manifest.safeParse(parseJson(strFromU8(bytes)));
  if (manifest.success && manifest.data.bundle <= version) return manifest.data;
  const newer = z.object({ bundle: z.int().min(version + 1) }).safeParse(parseJson(strFromU8(bytes))).success;
  throw new WorkbenchError("unreadable", message(newer ? "bundle.newer" : "bundle.manifestDamaged"));
}

function parseHistory(bytes: Uint8Array): Change[] {
  return strFromU8(bytes)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const change = Change.safeParse(parseJson(line));
      if (change.success) return change.data;
      throw new WorkbenchError("unreadable", message("bundle.historyDamaged"));
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
