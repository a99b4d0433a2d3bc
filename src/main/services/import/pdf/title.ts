/** Names of programs and machines, and what they write where a title or an author should be. */
const program =
  /^(?:microsoft\b.*|ms[- ]?(?:word|office).*|office[- ]?\d+|(?:power ?point|word|excel|writer|latex|tex|pdftex|pdflatex)(?:[\s\d.()™®-]*|\s(?:for|document|presentation|processor|viewer|user|with)\b.{0,20})|adobe\b.*|acrobat\b.*|quarkxpress.*|indesign.*|openoffice.*|libreoffice.*|pscript\S*|ghostscript.*|mozilla\b.*|chromium|chrome|skia.*|hp\w*|dell\w*|lenovo|acer|asus|toshiba|windows.*|pc[-\d]*|desktop-\w+|laptop-\w+|admin\w*|administrator|user\d*|owner|default|guest|root|unknown|unbekannt|anonymous|none|n\/?a|author|test|scanner?|copier|canon.*|xerox.*|ricoh.*|kyocera.*|konica.*|printer|word ?press|webmaster|calibre.*|zotero.*|eprint.*|\d+|[\w.-]+\\[\w.-]+)$/i;

/** What nobody calls a paper. */
const placeholder =
  /^(?:about:blank|\[(?:insert|enter|type|add|document|report)\b[^\]]*\]|(?:merged?|combined?|joined) ?(?:files?|documents?|pdfs?)?|[([](?:anonymous|unspecified|untitled)[)\]]|paper title(?:\s*\(use style.*)?|untitled\w*[-\s]?\d*|document\s?\d*|doc\s?\d+|dokument\s?\d*|documento\s?\d*|新規文書\s?\d*|新建.{0,12}文档|文档\s?\d+|title|titel|heading|no title|new document|new (?:microsoft )?\w+ document|(?:power ?point )?presentation\s?\d*|slide\s?\d+|folie\s?\d+|book\s?\d+|sheet\s?\d+|print|printing|scan\w*|image|img\w*|page\s?\d*|layout\s?\d*|output|template|draft|noname|blank|cover|temp\w*|tex output\b.*|doi:?\s?\S+|arxiv:\S+|https?:\S*|file:\S*|www\.\S*|\S+@\S+)$/i;

/** What Google Docs calls a document that nobody has named, in languages of the world. */
const unnamed =
  /^(?:unbenanntes dokument|dokument ohne titel|document sans titre|documento sin t[ií]tulo|documento sem t[ií]tulo|documento senza (?:titolo|nome)|naamloos document|namnlöst dokument|dokument bez (?:tytułu|názvu)|ads[ıi]z (?:doküman|belge)|başl[ıi]ks[ıi]z belge|dokumen tanpa judul|tài liệu không có tiêu đề|без названия|новый документ|документ без назви|无标题文档|未命名文件|無題のドキュメント|제목 없는 문서|مستند بدون عنوان|سند بدون عنوان|بلا عنوان دستاویز|शीर्षक रहित दस्तावेज़|बिना शीर्षक वाला दस्तावेज़)$/iu;

const fileName =
  /\.(?:pdf|docx?|dotx?|rtf|odt|ott|wpd|wps|pages|indd|qxd|qxp|p65|pmd|fm|tex|dvi|ps|eps|pptx?|ppsx?|xlsx?|csv|exe|htm|html|xhtml|php|aspx?|txt|tmp|jpe?g|png|tiff?|pub|cdr|ai)\b\s*(?:[([].*)?$/i;

/** True when the title that a file states is none: a file's name, a program's words, a number. */
export function isJunkTitle(title: string): boolean {
  const text = title.normalize("NFKC").trim();
  if (placeholder.test(text) || unnamed.test(text) || program.test(text) || fileName.test(text)) return true;
  // A part of a document and its version, as offices name files: “0.1 Cover page_V1”.
  if (/_v\d+(?:\.\d+)*$/i.test(text)) return true;
  // Names of temporary files: “~txt17”, “~WRD0000”.
  if (/^~\S+$/.test(text)) return true;
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
  const least = first.size * leastUnder(first.text);
  for (const [n, { text, size }] of own.slice(index).entries()) {
    const before = own[index + n - 1]?.text ?? "";
    if (size >= least && !isKind(text) && !isInstitution(text) && !goesOnName(before, text))
      return wholeTitle(own.slice(index + n));
  }
  return first.text;
}

/** Least share of the size of an institution, or of a kind of paper, that the title under it has. */
const [nearInstitution, nearCapitals, nearKind] = [0.8, 0.6, 0.5];

function leastUnder(over: string): number {
  if (isKind(over)) return nearKind;
  // The name of a parliament or ministry in capitals is over each of its papers.
  return isInstitution(over) && over === over.toUpperCase() && over.split(/\s+/).length > 1
    ? nearCapitals
    : nearInstitution;
}

/** Most headings that one title is made of, and the least share of the first one's size that the others have. */
const [mostParts, nearFirst] = [3, 0.75];

/** A title with the headings that go on with it, where a line is left between them. */
function wholeTitle([first, ...after]: readonly Candidate[]): string {
  let text = first?.text ?? "";
  for (const next of after.slice(0, mostParts - 1)) {
    const isOpen = lawWord.test(text) || openEnd.test(text);
    const isAsLarge = first !== undefined && next.size >= first.size * nearFirst && next.size <= first.size * 1.05;
    if (!isOpen || !isAsLarge || /^(?:[\dIVX]+\.|\(\w\)|§)/.test(next.text)) break;
    text = `${text} ${next.text}`;
  }
  return text;
}

/** What a law is, alone over what it is about: “LUẬT” over “ĐẤT ĐAI”, “ACT” over “on the charges for water”. */
const lawWord =
  /^(?:(?:an )?act|law|bill|decree|ordinance|resolution|loi|décret|ordonnance|arrêté|ley|decreto|resolución|lei|portaria|resolução|gesetz|verordnung|legge|luật|nghị định|nghị quyết|quyết định|thông tư|undang-undang|ustawa|закон|постановление)$/iu;

/** No title ends so: with a small word, an “and”, a dash. */
const openEnd =
  /(?:\s[–—-]|\b(?:and|or|of|for|in|on|to|by|with|from|the|its|et|ou|de|des|du|la|le|les|pour|sur|dans|y|del|los|las|para|por|en|da|do|dos|das|und|oder|für|von|der|die|das|zur|zum))$/iu;

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
  /^(?:(?:(?:policy|issue|research|briefing|discussion|working|white|green|position|technical|background|occasional|concept|information|option|fact|data)s?[ -](?:brief(?:ing)?|paper|note|report|sheet|memo(?:randum)?|series)s?|(?:final |interim |draft |country |research )?report|brief(?:ing)?|memo(?:randum)?|(?:press|news|media) release|newsletter|judge?ment(?: sheet)?|order(?: sheet)?|laws? of [\p{L} ]{3,30}|(?:government|official|federal|national|extraordinary|supplementary)? ?gazette|official (?:journal|report)|(?:journal|bulletin) officiel|(?:diario|boletín|diário) oficial|proposed rules?|(?:final )?rules and regulations|notices?|circular|(?:kurz|zwischen|abschluss)?bericht|(?:arbeits|diskussions|positions|grundsatz)papier|pressemitteilung|rapport|document de travail|note d[’']information|communiqué de presse|informe|documento de trabajo|nota de prensa|رپورٹ|پریس ریلیز|پالیسی بریف|تقرير|بيان صحفي)(?:[ ,]*(?:series|no\.?|number|n[°º]|nr\.?|#|[\d/.-]+))*)$/iu;

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
    // The number of a law over its name, and when a speech was made.
    !/^(?:act|law|bill|decree|ordinance|chapter|cap\.?)\s+(?:no\.?\s*)?(?:\d+[A-Z]?|[A-Z]\d+)(?: of \d{4})?$/i.test(
      text,
    ) &&
    !isDate(text) &&
    !isContentsHead(text)
  );
}

const month =
  /^(?:jan(?:uary?|vier|eiro)?|feb(?:ruary?|rero)?|févr?(?:ier)?|fevereiro|mar(?:ch|s|zo|ço)?|märz|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[iy]|mayo|maio|jun[ei]?|juin|jun[hi]o|jul[yi]?|juillet|jul[hi]o|aug(?:ust)?|août|ago(?:sto)?|sep(?:t(?:ember|embre|iembre)?)?|set(?:embro)?|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|déc(?:embre)?|dic(?:iembre)?|enero)$/iu;

/** A date alone: “27th September, 2024”, “Friday 8 October 2010”. */
function isDate(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const rest = words.filter((word) => !/^(?:st|nd|rd|th|de|of|\p{L}+day|le|am)$/iu.test(word));
  return /\d/.test(text) && rest.length === 1 && month.test(rest[0] ?? "") && words.length <= 5;
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
  const text = withoutEntities(stated).trim();
  if (text === "" || isJunkTitle(text)) return printed;
  // “BI”, “v2”: marks of a file, where the paper has a title.
  if (printed !== null && /^[\p{Script=Latin}\d]{1,2}$/u.test(text)) return printed;
  return printed !== null && !isJunkTitle(printed) && isOfAnother(text, printed, opening) ? printed : text;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Publishers write titles from their web pages into files: “Organic&#x2010;Semiconductor”. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return named[name] ?? whole;
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
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
