import { readFile } from "node:fs/promises";
import path from "node:path";
import { progress } from "@clack/prompts";
import { type Command, Option } from "commander";
import { removePaperEdits } from "../../../shared/claims/coding.ts";
import { WorkbenchError } from "../../../shared/errors.ts";
import { Lines } from "../../../shared/model/paper.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import { failureOf } from "../../../shared/wire.ts";
import { contract } from "../../../shared/workbench.ts";
import { findPaper } from "../../services/annotate.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { complain, print, type Run } from "../run.ts";

type ImportOptions = {
  title?: string;
  author?: string;
  date?: string;
  password?: string;
  encoding?: string;
  lines?: Lines;
};

/** import, show, remove. */
export function paperCommands(program: Command, run: Run): void {
  program
    .command("import <files...>")
    .description("bring papers in: PDF, Markdown, HTML, text")
    .option("--title <title>")
    .option("--author <name>")
    .option("--date <date>", "2021, 2021-03 or 2021-03-09")
    .option("--password <password>", "of an encrypted PDF")
    .option("--encoding <name>", "of a text: windows-1250, cp850, macintosh …; found out unless given")
    .addOption(
      new Option("--lines <what>", "of a plain text: keep each, or join them to paragraphs").choices(Lines.options),
    )
    .action((files: string[], options: ImportOptions, command: Command) =>
      run(command, (workbench, json) => importFiles(workbench, files, options, json)),
    );
  program
    .command("show <paper>")
    .description("a paper's record, by identifier, its beginning or end, or title")
    .option("--text", "print the canonical text")
    .action((wanted: string, { text }: { text?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        const paper = findPaper((await workbench.state({})).library, wanted);
        const content = await workbench.content({ paper: paper.id });
        if (text) return print(json, { id: paper.id, text: content.text }, [content.text]);
        const headings = content.blocks.flatMap((block) =>
          block.kind === "heading" ? [{ level: block.level, text: content.text.slice(block.start, block.end) }] : [],
        );
        const facts = Object.entries(paper).map(
          ([key, value]) => `${key}: ${Array.isArray(value) ? value.join(", ") : (value ?? "")}`,
        );
        return print(json, { ...paper, headings, warnings: content.warnings }, [
          ...facts,
          ...headings.map((one) => `${"  ".repeat(one.level)}${one.text}`),
        ]);
      }),
    );
  program
    .command("remove <paper>")
    .description("take a paper and its annotations out; `undo` brings them back")
    .action((wanted: string, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const paper = findPaper(library, wanted);
        await workbench.commit({
          label: `Remove “${paper.title}”`.slice(0, 300),
          edits: removePaperEdits(library, paper.id),
        });
        return print(json, { id: paper.id, removed: true }, [`Removed “${paper.title}”.`]);
      }),
    );
}

async function importFiles(
  workbench: OpenWorkbench,
  files: readonly string[],
  options: ImportOptions,
  json: boolean,
): Promise<number | undefined> {
  if (files.length > 1 && options.title !== undefined)
    throw new WorkbenchError("invalid", "--title goes with one file only.");
  const bar = process.stdout.isTTY && !json ? progress({ max: files.length }) : null;
  bar?.start("Importing");
  const results = [];
  const failures: string[] = [];
  for (const file of files) {
    try {
      const found = await importOne(workbench, file, options);
      results.push(found);
      bar?.advance(1, found.title);
    } catch (error) {
      failures.push(failureOf(error).message);
    }
  }
  bar?.stop(`${results.length} of ${files.length} read`);
  const lines = results.flatMap((one) => [
    `${shortId(one.id)}  ${one.title} (${one.format}, ${one.pages} pages, ${one.characters} characters)${one.duplicate ? ": already in the library" : ""}${one.annotations === undefined ? "" : `, ${one.annotations} annotations brought in`}`,
    ...one.warnings.map((warning) => `               ${warning}`),
  ]);
  if (results.length > 0) print(json, results, lines);
  for (const failure of failures) complain(failure);
  return failures.length === 0 ? undefined : 1;
}

async function importOne(workbench: OpenWorkbench, file: string, options: ImportOptions) {
  const { title, author, date, password, encoding, lines } = options;
  const about = { title, author, date, password, encoding, lines };
  const args = { name: path.basename(file), bytes: await readSource(file), ...about };
  const { paper, duplicate, annotations, warnings } = await workbench.importPaper(contract.importPaper.parse(args));
  const { id, format, pages, characters, sha256 } = paper;
  const brought = annotations === 0 ? {} : { annotations };
  return { id, title: paper.title, format, pages, characters, sha256, duplicate, ...brought, warnings };
}

/** A file's bytes; throws `missing` or `invalid` with one sentence. */
export async function readSource(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") throw new WorkbenchError("missing", `There is no file ${file}.`, error);
    if (code === "EISDIR") throw new WorkbenchError("invalid", `${file} is a folder, not a file.`, error);
    throw new WorkbenchError("invalid", `${file} cannot be read.`, error);
  }
}
