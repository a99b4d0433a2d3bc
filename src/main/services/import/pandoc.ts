import type MarkdownIt from "markdown-it";

type Parser = InstanceType<typeof MarkdownIt>;

/** An identifier, a class, "not numbered", or a value with its name. */
const attribute = String.raw`(?:[#.][\p{L}\p{N}_][\p{L}\p{N}_:.-]*|-|[\p{L}_][\p{L}\p{N}_:.-]*=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))`;
const attributes = String.raw`\{ *${attribute}(?: +${attribute})* *\}`;
const afterHeading = new RegExp(`(?<![ \\t])[ \\t]+${attributes}[ \\t]*$`, "u");
const afterInline = new RegExp(`^${attributes}`, "u");
const span = new RegExp(String.raw`\[([^\][]+)\]${attributes}`, "gu");
const division = new RegExp(String.raw`^:{3,}(?:[ \t]*(?:${attributes}|[\p{L}\p{N}_-]+)(?:[ \t]*:+)?)?$`, "u");

/**
 * What Pandoc, Quarto and R Markdown write between the words and nobody reads: the attributes of headings, pictures,
 * links, code and spans (Pandoc User's Guide: `header_attributes`, `link_attributes`, `inline_code_attributes`,
 * `bracketed_spans`), and the lines of colons around a part (`fenced_divs`). Other braces and colons stay as they are.
 */
export function pandocMarks(parser: Parser): void {
  parser.block.ruler.before(
    "fence",
    "fenced_div",
    (state, line, _end, silent) => {
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      if (!division.test(state.src.slice(start, state.eMarks[line]).trimEnd())) return false;
      if (!silent) state.line = line + 1;
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
  parser.core.ruler.after("inline", "pandoc_attributes", ({ tokens }) => {
    for (const [index, { type, children }] of tokens.entries()) {
      if (type !== "inline" || children === null) continue;
      for (const [place, token] of children.entries()) {
        if (token.type !== "text" || !token.content.includes("{")) continue;
        if (/^(?:image|link_close|code_inline)$/.test(children[place - 1]?.type ?? ""))
          token.content = token.content.replace(afterInline, "");
        token.content = token.content.replace(span, "$1");
        if (place === children.length - 1 && tokens[index - 1]?.type === "heading_open")
          token.content = token.content.replace(afterHeading, "");
      }
    }
  });
}

/**
 * The title, the authors and the date in the first lines of a file, each behind "%", as fields written between `---`
 * (Pandoc User's Guide: `pandoc_title_block`). A file that begins otherwise stays as it is.
 */
export function withoutTitleBlock(source: string): string {
  const [whole, ...lines] =
    /^%(?:[ \t]+(.*(?:\n[ \t]+\S.*)*))?\n(?:%(?:[ \t]+(.*(?:\n[ \t]+\S.*)*))?\n(?:%(?:[ \t]+(.*))?\n)?)?(?=\s*\n)/.exec(
      source,
    ) ?? [];
  if (whole === undefined) return source;
  const [title, authors, date] = lines.map((line) => (line ?? "").split("\n").map((part) => part.trim()));
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
  const names = (authors ?? []).flatMap((line) => line.split(";")).map((name) => name.trim());
  const fields = [
    `title: ${quoted((title ?? []).join(" "))}`,
    `author: [${names
      .filter((name) => name !== "")
      .map(quoted)
      .join(", ")}]`,
    `date: ${quoted(date?.[0] ?? "")}`,
  ];
  return `---\n${fields.join("\n")}\n---\n${source.slice(whole.length)}`;
}
