import { withoutTitleBlock } from "./pandoc.ts";

/**
 * The text between `---` at the beginning of a Markdown file: each field with its values, and the rest of the file.
 */
export type FrontMatter = Readonly<{ fields: ReadonlyMap<string, readonly string[]>; body: string }>;

const field = /^([\p{L}\p{N}_-]+):(?:\s+(.*))?$/u;

/** Fields between `+++` (TOML 1.0) as sites of Hugo have them, written as those between `---`. */
function withoutToml(source: string): string {
  return source.replace(/^\+\+\+[ \t]*\n((?:(?!\+\+\+).*\n)*)\+\+\+[ \t]*(?=\n|$)/, (_, head: string) => {
    const fields = head.replace(/^[ \t]*\[.*\][ \t]*\n/gm, "").replace(/^[ \t]*([\w-]+)[ \t]*=[ \t]*/gm, "$1: ");
    return `---\n${fields}---`;
  });
}

/**
 * Fields as writers of papers use them: YAML's plain and quoted values, lists in one line or one item a line, maps of
 * which the names count, and blocks of text (`|`, `>`). What does not look like fields is no front matter but the
 * text's first lines.
 */
export function frontMatter(file: string): FrontMatter {
  const source = withoutTitleBlock(withoutToml(file));
  const [whole, head = ""] = /^---[ \t]*\n([\s\S]*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source) ?? [];
  const lines = head.split("\n");
  const isField = (line: string): boolean => field.test(line) || /^(\s|#|- |$)/.test(line);
  if (whole === undefined || !lines.every(isField) || !lines.some((line) => field.test(line)))
    return { fields: new Map(), body: file };
  const fields = new Map<string, string[]>();
  let open: string[] = [];
  let block = false;
  for (const line of lines) {
    const [, name, value = ""] = field.exec(line) ?? [];
    if (name !== undefined) {
      block = /^[|>][+-]?$/.test(value);
      open = block || value === "" ? [] : valuesOf(value);
      fields.set(name.toLowerCase(), open);
    } else if (line.trim() === "" || line.startsWith("#")) continue;
    else if (block) open[0] = `${open[0] ?? ""} ${line.trim()}`.trim();
    else open.push(...itemOf(line));
  }
  return { fields, body: source.slice(whole.length) };
}

/** An item of a list; of a map the value of `name`, or of the first and last name. */
function itemOf(line: string): string[] {
  const item = line.replace(/^\s*(?:- +)?/, "");
  const [, key, value = ""] = /^([\p{L}_-]+):\s+(.*)$/u.exec(item) ?? [];
  if (key === undefined) return item === "" ? [] : [plain(item)];
  return /^(name|literal|author)$/i.test(key) ? [plain(value)] : [];
}

function valuesOf(value: string): string[] {
  const [, list] = /^\[(.*)\]\s*$/.exec(value) ?? [];
  if (list === undefined) return [plain(value)];
  return (list.match(/\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*|[^,]+/g) ?? [])
    .map(plain)
    .filter((author) => author !== "");
}

/** A value without its quotes and the comment after it. */
function plain(value: string): string {
  const text = value.trim();
  const [, double] = /^"((?:[^"\\]|\\.)*)"/.exec(text) ?? [];
  if (double !== undefined) return double.replace(/\\(["\\])/g, "$1");
  const [, single] = /^'((?:[^']|'')*)'/.exec(text) ?? [];
  return single === undefined ? text.replace(/\s+#.*$/, "") : single.replaceAll("''", "'");
}
