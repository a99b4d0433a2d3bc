/** Names of programs and machines, and what they write where a title or an author should be. */
const program =
  /^(?:microsoft\b.*|ms[- ]?(?:word|office).*|office[- ]?\d+|(?:power ?point|word|excel|writer|latex|tex|pdftex|pdflatex)(?:[\s\d.()™®-]*|\s(?:for|document|presentation|processor|viewer|user|with)\b.{0,20})|adobe\b.*|acrobat\b.*|quarkxpress.*|indesign.*|openoffice.*|libreoffice.*|pscript\S*|ghostscript.*|mozilla\b.*|chromium|chrome|skia.*|hp\w*|dell\w*|lenovo|acer|asus|toshiba|windows.*|pc[-\d]*|desktop-\w+|laptop-\w+|admin\w*|administrator|user\d*|owner|default|guest|root|unknown|unbekannt|anonymous|none|n\/?a|author|test|scanner?|copier|canon.*|xerox.*|ricoh.*|kyocera.*|konica.*|printer|word ?press|webmaster|calibre.*|zotero.*|eprint.*|\d+|[\w.-]+\\[\w.-]+)$/i;

/** What nobody calls a paper. */
const placeholder =
  /^(?:about:blank|\[(?:insert|enter|type|add|document|report)\b[^\]]*\]|(?:merged?|combined?|joined) ?(?:files?|documents?|pdfs?)?|[([](?:anonymous|unspecified|untitled)[)\]]|paper title(?:\s*\(use style.*)?|untitled\w*[-\s]?\d*|document\s?\d*|doc\s?\d+|dokument\s?\d*|documento\s?\d*|新規文書\s?\d*|新建.{0,12}文档|文档\s?\d+|title|titel|heading|no title|new document|new (?:microsoft )?\w+ document|(?:power ?point )?presentation\s?\d*|slide\s?\d+|folie\s?\d+|book\s?\d+|sheet\s?\d+|print|printing|scan\w*|image|img\w*|page\s?\d*|layout\s?\d*|output|template|draft|noname|blank|cover|temp\w*|tex output\b.*|doi:?\s?\S+|arxiv:\S+|https?:\S*|file:\S*|www\.\S*|\S+@\S+)$/i;

const fileName =
  /\.(?:pdf|docx?|dotx?|rtf|odt|ott|wpd|wps|pages|indd|qxd|qxp|p65|pmd|fm|tex|dvi|ps|eps|pptx?|ppsx?|xlsx?|csv|exe|htm|html|xhtml|php|aspx?|txt|tmp|jpe?g|png|tiff?|pub|cdr|ai)\b\s*(?:[([].*)?$/i;

/** True when the title that a file states is none: a file's name, a program's words, a number. */
export function isJunkTitle(title: string): boolean {
  const text = title.normalize("NFKC").trim();
  if (placeholder.test(text) || program.test(text) || fileName.test(text)) return true;
  if (!/\p{L}{2}/u.test(text) || /^[\p{P}\p{S}\d\s]*$/u.test(text)) return true;
  if (/^(?:[A-Za-z]:)?[\\/]/.test(text) || /\ufffd/.test(text)) return true;
  // The name of a typesetter's file with the pages in it: “ja010932 1..12”.
  if (/^\S*\d\S*\s+\d+\.\.\d+$/.test(text)) return true;
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
 * The title printed on the first page that has a heading: its largest one. Where that is the name of who publishes the
 * paper or of a kind of paper, the title is the next heading that is neither and not much smaller. Null where the
 * largest says too little to be one (a number, a letter).
 */
export function printedTitle(headings: readonly Candidate[]): string | null {
  const page = headings[0]?.page;
  const own = headings.filter((heading) => heading.page === page && isTitleLike(heading.text));
  const size = Math.max(...own.map((line) => line.size));
  const index = own.findIndex((line) => line.size >= size * near);
  const first = own[index];
  if (first === undefined) return null;
  const least = first.size * (isKind(first.text) ? nearKind : nearInstitution);
  for (const [n, { text, size }] of own.slice(index).entries()) {
    const before = own[index + n - 1]?.text ?? "";
    if (size >= least && !isKind(text) && !isInstitution(text) && !goesOnName(before, text)) return text;
  }
  return first.text;
}

/** Least share of the size of an institution, or of a kind of paper, that the title under it has. */
const [nearInstitution, nearKind] = [0.8, 0.5];

const institution =
  /\b(?:universit(?:y|ät|é|à|eit|at|ies)|universidad|college|institut[eo]?|repository|library|ministry|ministère|ministerium|department|administration|agency|commission|committee|council|court|tribunal|office|bureau|bank|foundation|association|parliament|assembly|authority|government of|republic of|united nations)\b|یونیورسٹی|وزارت|حکومت|عدالت|جامعة|وزارة|محكمة/iu;

/** The name of who publishes a paper, as over the title of a cover page: short, and no sentence or question. */
function isInstitution(text: string): boolean {
  if (/^(?:in|before) the\b.{0,60}\b(?:court|tribunal)\b/i.test(text)) return true;
  if (text.split(/\s+/).length > 7 || !institution.test(text) || /[:?.,;–—]|\d|\bv(?:s|\.)?\b/.test(text)) return false;
  return (
    !isSentence(text) &&
    !/^(?:report|review|study|survey|history|future|role|guide|reform)s? (?:of|on|to)\b/i.test(text)
  );
}

/** English with a small word that is none of those within names: “Council votes for the pier”. */
function isSentence(text: string): boolean {
  if (!/^[ -~]+$/.test(text) || /\b(?:de|del|des|di|du|el|la|le|les|der|die|und|van|y)\b/.test(text)) return false;
  return /\b(?!(?:and|at|for|in|of|on|the|to)\b)[a-z]{2,}\b/.test(text);
}

/** True when a heading is the rest of an institution's name or the place of it: “Republic of” over “Sri Lanka”. */
function goesOnName(before: string, text: string): boolean {
  if (!isInstitution(before)) return false;
  if (/\b(?:of|of the|for|for the|and)$/i.test(before)) return true;
  return text.split(/\s+/).length <= 2 && text === text.toUpperCase() && /^[\p{Lu}\s,]+$/u.test(text);
}

const kind =
  /^(?:(?:(?:policy|issue|research|briefing|discussion|working|white|green|position|technical|background|occasional|concept|information|option|fact|data)s?[ -](?:brief(?:ing)?|paper|note|report|sheet|memo(?:randum)?|series)s?|(?:final |interim |draft |country |research )?report|brief(?:ing)?|memo(?:randum)?|(?:press|news|media) release|newsletter|judge?ment(?: sheet)?|order(?: sheet)?|proposed rules?|(?:final )?rules and regulations|notices?|circular|(?:kurz|zwischen|abschluss)?bericht|(?:arbeits|diskussions|positions|grundsatz)papier|pressemitteilung|rapport|document de travail|note d[’']information|communiqué de presse|informe|documento de trabajo|nota de prensa|رپورٹ|پریس ریلیز|پالیسی بریف|تقرير|بيان صحفي)(?:[ ,]*(?:series|no\.?|number|n[°º]|nr\.?|#|[\d/.-]+))*)$/iu;

/** A kind of paper, as over the title of one of a series: “Policy Brief No. 4”. */
function isKind(text: string): boolean {
  return kind.test(text.trim());
}

const contents =
  /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|contenido|فہرست(?: مضامین)?|فهرس|المحتويات|目次|目录|차례)$/iu;

/** The heading over a list of contents. */
export function isContentsHead(text: string): boolean {
  return contents.test(text.trim());
}

function isTitleLike(text: string): boolean {
  return (
    text.length <= 400 &&
    /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text) &&
    !/^(?:item|table|figure|box|chapter|part|section|annex|appendix)\s+[\dIVX]+\.?$/i.test(text) &&
    // The caption of a table, a question of several, the place of a rule in the code of federal regulations.
    !/^(?:(?:table|figure|chart|exhibit)s?[:.]?\s*\d|\(\w{1,3}\)\s|\d+ (?:CFR|U\.?S\.?C\.?) )/i.test(text) &&
    !isContentsHead(text)
  );
}

/** Letters and figures alone, to compare what a file states with what it prints. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The title of a paper: what the file states, unless that is none, or is of another paper; then what is printed.
 * `opening` are the paper's first blocks.
 */
export function titleOf(stated: string, printed: string | null, opening: readonly string[] = []): string | null {
  const text = stated.trim();
  if (text === "" || isJunkTitle(text)) return printed;
  return printed !== null && !isJunkTitle(printed) && isOfAnother(text, printed, opening) ? printed : text;
}

/** So few of its words that a paper begins with make a title that of another paper, or of the file it was made from. */
const [leastShared, leastWords] = [0.25, 2];

/** Enough words for a title, beside which a single one that the paper does not have is a file's name. */
function saysMore(printed: string): boolean {
  return printed.split(/\s+/).length >= 4;
}

function isOfAnother(stated: string, printed: string, opening: readonly string[]): boolean {
  if (opening.length === 0) return false;
  const words =
    stated
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const text = bare(opening.join(" "));
  const shared = words.filter((word) => text.includes(word)).length;
  return (
    shared < words.length * leastShared && (words.length >= leastWords || (words.length === 1 && saysMore(printed)))
  );
}
