import { codedIn } from "../../../shared/claims/claims.ts";
import type { Arguments, ExportedFile } from "../../../shared/contract/workbench.ts";
import { loadLanguage } from "../../../shared/messages/languages.ts";
import { type LanguageTag, message, printMessage } from "../../../shared/messages/message.ts";
import { byPaper, ofPaper, paperTables } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { withShownNames } from "../../../shared/papers/shown-names.ts";
import { withhold } from "../../../shared/record/withhold.ts";
import { formats, type PaperWork } from "../export/formats.ts";
import { paperFile } from "../export/paper-file.ts";
import { fileName } from "../files/file-name.ts";
import { printRecognised } from "../files/recognised-words.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";

/**
 * One paper with its claims as a finished file. Throws `password` when an encrypted PDF cannot be opened with those
 * known.
 */
export async function exportPaper(
  { store, papers, jobs, passwords }: Context,
  { paper: id, format: name, job, language = "en", ...options }: Arguments<"exportPaper">,
): Promise<ExportedFile> {
  const format = formats[name];
  const isAnnotated = format.isAnnotated?.(needPaper(store, id)) ?? false;
  const withheld = options.withhold ?? { coders: false, notes: false };
  // Data files are the same in every language.
  const spoken = await loadLanguage(format.isData === true ? "en" : language);
  const whole = withhold(onlyWith(store.library, id), id, withheld, spoken);
  // What programs read back keeps every character of a name, as the record in a PDF does.
  const library = format.isExact || isAnnotated ? whole : withShownNames(whole);
  const paper = library.papers[id] ?? needPaper(store, id);
  const source = isAnnotated ? await papers.source(id, paper.format) : null;
  const pages = isAnnotated ? await papers.pdf(id, paper.format) : null;
  const recognised = isAnnotated ? await papers.recognised(id) : null;
  const work: PaperWork = {
    format: name,
    library,
    paper,
    content: await papers.content(id),
    made: new Date().toISOString(),
    language,
    from:
      source === null
        ? null
        : {
            source: pages ?? source,
            original: paper.format === "image" ? source : undefined,
            recognised: recognised === null ? undefined : printRecognised(recognised),
            geometry: await papers.geometry(id),
            password: options.password ?? passwords.of(id),
            colours: options.colours ?? "stance",
            summary: options.summary ?? true,
            withheld,
          },
  };
  const made = await jobs.run(job, async (signal, onProgress) =>
    format.heavy ? runTask("exportPaper", work, { signal, onProgress }) : paperFile(work, onProgress),
  );
  if (isAnnotated) passwords.keep(id, options.password);
  return {
    name: `${await nameOf(paper.title, isAnnotated, language)}.${format.suffix}`,
    mime: format.mime,
    bytes: made.bytes,
    annotations: made.annotations ?? codedIn(library, id).length,
    warnings: made.warnings,
  };
}

async function nameOf(title: string, isAnnotated: boolean, language: LanguageTag): Promise<string> {
  const name = fileName(title);
  return isAnnotated
    ? printMessage(message("report.annotatedName", { title: name }), await loadLanguage(language), (text) => text)
    : name;
}

/**
 * The library with nothing in it of other papers, so that no more goes to a worker or into a file than the paper needs.
 */
function onlyWith(library: Library, id: PaperId): Library {
  const own = <Value>(table: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(table).filter(([key]) => key === id));
  const relations = Object.entries(library.relations).filter(([, relation]) => relation.source.paper === id);
  const targets = new Set<string>(relations.map(([, relation]) => relation.target.paper));
  const annotations = paperTables(library.annotations).filter(([key]) => key === id || targets.has(key));
  return {
    ...library,
    papers: own(library.papers),
    positions: byPaper([[id, ofPaper(library.positions, id)]]),
    relations: Object.fromEntries(relations),
    annotations: byPaper(annotations),
  };
}
