import type { Look } from "../office/inline-text.ts";

/** Where the words of a group go. */
export type Destination =
  | "text"
  | "skip"
  | "fonts"
  | "styles"
  | "revisions"
  | "title"
  | "author"
  | "created"
  | "instruction"
  | "marker"
  | "commentId"
  | "commentAuthor"
  | "commentDate"
  | "rangeStart"
  | "rangeEnd";

/** What a group says of the words in it; a group within begins with the same (RTF 1.9.1, “RTF syntax”). */
export type State = {
  destination: Destination;
  /** Where the words of `\\ud` go, which stand for those of the group around it; null outside of one. */
  unicodeTo: Destination | null;
  look: Look;
  hidden: boolean;
  deleted: boolean;
  inserted: boolean;
  font: number;
  /** Characters that stand for one of `\u` where Unicode is not known. */
  skipped: number;
  language: number;
  style: number;
  outline: number | null;
  rightToLeft: boolean;
  inTable: boolean;
  /** How deep the paragraph is in lists, from 0; null where it is in none. */
  level: number | null;
  isHeadRow: boolean;
};

export const initialState: State = {
  destination: "text",
  unicodeTo: null,
  look: {},
  hidden: false,
  deleted: false,
  inserted: false,
  font: 0,
  skipped: 1,
  language: 0,
  style: 0,
  outline: null,
  rightToLeft: false,
  inTable: false,
  level: null,
  isHeadRow: false,
};

/** Groups whose words are not text of the document, by the control word that begins them. */
export const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: "fonts",
  stylesheet: "styles",
  revtbl: "revisions",
  title: "title",
  author: "author",
  creatim: "created",
  fldinst: "instruction",
  listtext: "marker",
  pntext: "marker",
  atnref: "commentId",
  atnauthor: "commentAuthor",
  atndate: "commentDate",
  atrfstart: "rangeStart",
  atrfend: "rangeEnd",
};

/** Groups that are skipped, those with `\*` before them or without. */
export const passedOver = new Set(
  "colortbl filetbl listtable listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping datastore latentstyles datafield formfield pict objdata objclass objname shprslt nonshppict shpinst sp pn pnseclvl xe tc tcn rxe bkmkstart bkmkend header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template info subject operator keywords comment doccomm hlinkbase company category manager buptim printim revtim userprops private atnicn atnid atnparent atntime nonesttables mmathPr panose falt fontemb fontfile blipuid blipuid background".split(
    " ",
  ),
);

/** Signs by their control words or symbols (RTF 1.9.1, “Special characters”). */
export const signs: Readonly<Record<string, string>> = {
  "~": "\u00a0",
  _: "\u2011",
  "\\": "\\",
  "{": "{",
  "}": "}",
  tab: "\t",
  emdash: "—",
  endash: "–",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  zwj: "\u200d",
  zwnj: "\u200c",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};
