/** Names of programs and machines, and what they write where a title or an author should be. */
const program =
  /^(?:microsoft\b.*|ms[- ]?(?:word|office).*|office[- ]?\d+|(?:power ?point|word|excel|writer|latex|tex|pdftex|pdflatex)(?:[\s\d.()™®-]*|\s(?:for|document|presentation|processor|viewer|user|with)\b.{0,20})|adobe\b.*|acrobat\b.*|quarkxpress.*|indesign.*|openoffice.*|libreoffice.*|pscript\S*|ghostscript.*|mozilla\b.*|chromium|chrome|skia.*|hp\w*|dell\w*|lenovo|acer|asus|toshiba|windows.*|pc[-\d]*|desktop-\w+|laptop-\w+|admin\w*|administrator|user\d*|owner|default|guest|root|unknown|unbekannt|anonymous|none|n\/?a|author|test|scanner?|copier|canon.*|xerox.*|ricoh.*|kyocera.*|konica.*|printer|word ?press|webmaster|calibre.*|zotero.*|eprint.*|\d+|[\w.-]+\\[\w.-]+)$/i;

/** What nobody calls a paper. */
const placeholder =
  /^(?:about:blank|untitled\w*[-\s]?\d*|document\s?\d*|doc\s?\d+|dokument\s?\d*|title|titel|heading|no title|new document|new (?:microsoft )?\w+ document|(?:power ?point )?presentation\s?\d*|slide\s?\d+|folie\s?\d+|book\s?\d+|sheet\s?\d+|print|printing|scan\w*|image|img\w*|page\s?\d*|layout\s?\d*|output|template|draft|noname|blank|cover|temp\w*|tex output\b.*|doi:?\s?\S+|arxiv:\S+|https?:\S*|file:\S*|www\.\S*|\S+@\S+)$/i;

const fileName =
  /\.(?:pdf|docx?|dotx?|rtf|odt|ott|wpd|wps|pages|indd|qxd|qxp|p65|pmd|fm|tex|dvi|ps|eps|pptx?|ppsx?|xlsx?|csv|exe|htm|html|xhtml|php|aspx?|txt|tmp|jpe?g|png|tiff?|pub|cdr|ai)\b\s*(?:[([].*)?$/i;

/** True when the title that a file states is none: a file's name, a program's words, a number. */
export function isJunkTitle(title: string): boolean {
  const text = title.normalize("NFKC").trim();
  if (placeholder.test(text) || program.test(text) || fileName.test(text)) return true;
  if (!/\p{L}{2}/u.test(text) || /^[\p{P}\p{S}\d\s]*$/u.test(text)) return true;
  if (/^(?:[A-Za-z]:)?[\\/]/.test(text) || /\ufffd/.test(text)) return true;
  // One word with figures or low lines in it: “RUBRIK_Editorial_01-06”, “ms0815final”.
  return (
    !/\s/.test(text) &&
    (/_/.test(text) || (/\d/.test(text) && /^[\p{Script=Latin}\d.-]+$/u.test(text) && /\d{3}/.test(text)))
  );
}

/** The name of a program or a machine, as such write it where a title or an author belongs. */
export function isProgram(text: string): boolean {
  return program.test(text);
}

/** A file's name, or a path that ends in one. */
export function isFileName(text: string): boolean {
  return fileName.test(text);
}

/** A block that may be the paper's title. `size` in points; `page` from 0. */
export type Candidate = Readonly<{ text: string; size: number; page: number }>;

/** Least share of the largest heading's size that a title has. */
const near = 0.97;

/**
 * The title printed on the first page that has a heading: its largest one, with those of the same size right after it.
 * Null where the largest says too little to be one (a number, a letter).
 */
export function printedTitle(headings: readonly Candidate[]): string | null {
  const page = headings[0]?.page;
  const own = headings.filter((heading) => heading.page === page && isTitleLike(heading.text));
  const size = Math.max(...own.map((line) => line.size));
  const index = own.findIndex((line) => line.size >= size * near);
  const first = own[index];
  if (first === undefined) return null;
  const next = own.slice(index + 1).find((line) => line.size >= first.size * nearInstitution);
  return isInstitution(first.text) && next !== undefined && !isInstitution(next.text) ? next.text : first.text;
}

/** Least share of an institution's size that the title under it has. */
const nearInstitution = 0.8;

const institution =
  /\b(?:universit(?:y|ät|é|à|eit|at|ies)|universidad|college|institut[eo]?|repository|library|ministry|ministère|ministerium|department|agency|commission|committee|council|court|office|bureau|bank|foundation|association|parliament|assembly|authority|government of|republic of|united nations)\b|یونیورسٹی|وزارت|حکومت|جامعة|وزارة/iu;

/** The name of who publishes a paper, as over the title of a cover page: short, and no sentence or question. */
function isInstitution(text: string): boolean {
  return text.split(/\s+/).length <= 7 && institution.test(text) && !/[:?.,;–—]|\d|\bv(?:s|\.)?\b/.test(text);
}

function isTitleLike(text: string): boolean {
  return (
    text.length <= 400 &&
    /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text) &&
    !/^(?:item|table|figure|box|chapter|part|section|annex|appendix)\s+[\dIVX]+\.?$/i.test(text)
  );
}

/** Letters and figures alone, to compare what a file states with what it prints. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The title of a paper: what the file states, unless that is none; then what is printed. */
export function titleOf(stated: string, printed: string | null): string | null {
  const text = stated.trim();
  if (text === "" || isJunkTitle(text)) return printed;
  // A program's name before the paper's own: “Microsoft Word - Report”.
  return text;
}
