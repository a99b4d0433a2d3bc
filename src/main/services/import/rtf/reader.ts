import { message } from "../../../../shared/messages/message.ts";
import type { EncodingName } from "../../../../shared/model/encodings.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { AnchoredComment } from "../office/comments.ts";
import { formatNumber } from "../office/number-format.ts";
import { withSymbols } from "../office/symbol-fonts.ts";
import { isContentsField, linkOfField } from "../word/fields.ts";
import { decodeBytes, encodingOfPage, languageOf } from "./code-pages.ts";
import { createdOf, dateOf } from "./dates.ts";
import { applyLook, applyParagraph } from "./looks.ts";
import { Names } from "./names.ts";
import { aboutParagraph } from "./paragraph-kind.ts";
import type { Facts, Sink } from "./sink.ts";
import { type Destination, destinations, initialState, passedOver, type State, signs } from "./state.ts";
import { type Item, type ParagraphAbout, Story } from "./story.ts";
import { type RtfToken, tokensOf } from "./tokens.ts";
import { Visibility } from "./visibility.ts";

/** A group that is open, with what is done when it ends. */
type Group = { state: State; end: (() => void) | null; isNew: boolean };
/** What stands before a comment: who wrote it, and the identifier by which its range is marked. */
type CommentAbout = { author: string; id: string; date: string };
type Field = { code: string; href: string | null; isContents: boolean };

/** Encodings of documents that name none by its number. */
const oldEncodings = { mac: "macintosh", pc: "cp437", pca: "cp850" } as const;

/** Groups in each other: more than any document has. */
const maxDepth = 500;
/** The most of an instruction, a name or a title that is looked at, in UTF-16 units. */
const maxAside = 8000;

/** Reads an RTF file (RTF 1.9.1) token by token into stories. */
export class RtfReader {
  readonly #sink: Sink;
  readonly #names = new Names();
  readonly #seen: Visibility;
  #state: State = { ...initialState };
  readonly #groups: Group[] = [];
  readonly #fields: Field[] = [];
  readonly #comments: AnchoredComment[] = [];
  readonly #languages = new Map<string, number>();
  readonly #endnotes: Item[] = [];
  #notes = { footnote: 0, endnote: 0 };
  #story: Story;
  #encoding: EncodingName = "windows-1252";
  #defaultFont = 0;
  /** Bytes that wait for the rest of their character, and characters to pass over after `\u`. */
  #bytes = "";
  #passing = 0;
  /** Words of a group that are no text: a title, an instruction. */
  #aside = "";
  #created: Record<string, number> = {};
  #title = "";
  #author = "";
  #comment: CommentAbout = { author: "", id: "", date: "" };
  #isStarred = false;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#seen = new Visibility(sink.left, sink.changes, sink.isBefore);
    this.#story = new Story(sink.write);
  }

  /** Read a whole file, as latin1. */
  read(text: string): Facts {
    for (const token of tokensOf(text)) this.#token(token);
    while (this.#groups.length > 0) this.#close();
    this.#flush();
    this.#story.end(this.#about());
    this.#sink.write(this.#endnotes);
    return {
      title: this.#title,
      author: this.#author,
      created: createdOf(this.#created),
      comments: this.#comments,
      languages: this.#languages,
    };
  }

  #token(token: RtfToken): void {
    if (token.kind === "bytes") {
      this.#take(token.bytes);
      return;
    }
    if (token.kind === "word" && this.#passing > 0 && !/^u$/.test(token.name)) {
      // A control symbol counts as one character of those that stand for a letter of Unicode.
      if (!/^[a-z]/i.test(token.name)) {
        this.#passing--;
        return;
      }
    }
    this.#flush();
    if (token.kind === "word") {
      this.#word(token.name, token.number);
      return;
    }
    this.#passing = 0;
    if (token.kind === "open") this.#open();
    else this.#close();
  }

  #open(): void {
    if (this.#groups.length >= maxDepth) throw new WorkbenchError("limit", message("import.xmlTooLarge"));
    this.#groups.push({ state: this.#state, end: null, isNew: true });
    this.#state = { ...this.#state };
    this.#isStarred = false;
  }

  #close(): void {
    const group = this.#groups.pop();
    if (group === undefined) return;
    group.end?.();
    if (this.#groups.length === 0) {
      this.#flush();
      this.#story.end(this.#about());
    }
    // What a row or a list says of its paragraphs goes on after a group that is only about looks.
    this.#state = group.state;
    this.#isStarred = false;
  }

  #word(name: string, number: number | null): void {
    const group = this.#groups.at(-1);
    const isFirst = group?.isNew === true;
    if (name === "*") {
      this.#isStarred = true;
      return;
    }
    if (group !== undefined) group.isNew = false;
    if (isFirst && this.#begin(name, this.#isStarred)) return;
    this.#isStarred = false;
    if (name === "u") this.#unicode(number ?? 0);
    else if (Object.hasOwn(signs, name)) this.#text(signs[name] ?? "");
    else this.#control(name, number);
  }

  /** A group that begins with a word that says where its words go. Returns whether it does. */
  #begin(name: string, isStarred: boolean): boolean {
    const state = this.#state;
    if (name === "ud" && state.unicodeTo !== null) {
      state.destination = state.unicodeTo;
      return true;
    }
    if (state.destination === "skip") return true;
    if (name === "info") return true;
    if (name === "upr") Object.assign(state, { unicodeTo: state.destination, destination: "skip" });
    else if (name === "footnote" || name === "annotation" || name === "shptxt" || name === "dptxbxtext")
      this.#beginStory(name);
    else if (name === "field") this.#beginField();
    else if (name === "fldrslt") this.#beginResult();
    else if (name === "shpinst" || name === "do" || name === "shp" || name === "shpgrp") return true;
    else if (name === "object" || name === "objattph") this.#sink.left.pictures++;
    else if (Object.hasOwn(destinations, name)) this.#beginAside(destinations[name] ?? "skip");
    else if (name === "pict") {
      if (state.destination === "text") this.#sink.left.pictures++;
      state.destination = "skip";
    } else if (/^(header|footer)[lrf]?$/.test(name)) {
      this.#sink.left.furniture++;
      state.destination = "skip";
    } else if (passedOver.has(name) || (isStarred && !/^(shppict|objupdate)$/.test(name))) state.destination = "skip";
    else return false;
    return true;
  }

  #beginAside(destination: Destination): void {
    const outer = this.#aside;
    this.#aside = "";
    this.#state.destination = destination;
    this.#onEnd(() => {
      this.#endAside(destination, this.#aside.trim());
      this.#aside = outer;
    });
  }

  #onEnd(end: () => void): void {
    const group = this.#groups.at(-1);
    if (group === undefined) return;
    const before = group.end;
    group.end = () => {
      this.#flush();
      end();
      before?.();
    };
  }

  #endAside(destination: Destination, words: string): void {
    const inline = () => this.#story.inline(this.#state.inTable);
    if (destination === "title") this.#title = words;
    else if (destination === "author") this.#author = words;
    else if (destination === "marker") this.#endMarker(words);
    else if (destination === "instruction") {
      const field = this.#fields.at(-1);
      if (field !== undefined) field.code += words;
    } else if (destination === "commentId") this.#comment.id = words;
    else if (destination === "commentAuthor") this.#comment.author = words;
    else if (destination === "commentDate") this.#comment.date = words;
    else if (destination === "rangeStart" || destination === "rangeEnd") {
      inline().anchor(`comment ${words}`, destination === "rangeEnd");
    }
  }

  /** The number or sign of an item stands before it as the program has printed it. */
  #endMarker(words: string): void {
    const marker = withSymbols(words, "Symbol")
      .replace(/[\ue000-\uf8ff\ufffd]/g, "•")
      .trim();
    if (this.#state.inTable && marker !== "") this.#story.inline(true).write(`${marker} `);
    else this.#story.marker = marker;
  }

  #beginStory(name: string): void {
    const outer = this.#story;
    const items: Item[] = [];
    const isComment = name === "annotation";
    const isNote = name === "footnote";
    const inTable = this.#state.inTable;
    const isOut = this.#state.destination !== "text" || this.#isGone("");
    this.#story = new Story((some) => items.push(...some));
    this.#state = { ...this.#state, destination: isOut ? "skip" : "text", inTable: false, level: null, look: {} };
    let isEndnote = false;
    this.#isEndnote = () => {
      isEndnote = true;
    };
    const comment = this.#comment;
    this.#onEnd(() => {
      this.#story.end(this.#about());
      this.#story = outer;
      if (isOut) return;
      if (isComment) this.#endComment(items, comment, inTable);
      else if (isNote) {
        const kind = isEndnote ? "endnote" : "footnote";
        this.#notes[kind]++;
        const label = formatNumber(this.#notes[kind], isEndnote ? "lowerRoman" : "decimal");
        outer.inline(inTable).note(label);
        const notes = items.map(
          (item): Item => ("rows" in item ? item : { ...item, kind: { kind: "footnote", label } }),
        );
        if (isEndnote) this.#endnotes.push(...notes);
        else outer.hang(notes);
      } else outer.hang(items);
    });
  }

  /** Called where a note says that it is one of the end. */
  #isEndnote: () => void = () => undefined;

  #endComment(items: readonly Item[], about: CommentAbout, inTable: boolean): void {
    const text = items
      .map((item) => ("rows" in item ? "" : item.inline.text))
      .join("\n")
      .trim();
    const id = about.id === "" ? `#${this.#comments.length + 1}` : about.id;
    const inline = this.#story.inline(inTable);
    if (about.id === "") for (const end of [false, true]) inline.anchor(`comment ${id}`, end);
    this.#comments.push({
      id,
      anchor: `comment ${id}`,
      author: about.author,
      created: dateOf(Number(about.date)),
      text,
      inReplyTo: null,
    });
    this.#comment = { author: "", id: "", date: "" };
  }

  #beginField(): void {
    this.#fields.push({ code: "", href: null, isContents: false });
    this.#onEnd(() => this.#fields.pop());
  }

  #beginResult(): void {
    const field = this.#fields.at(-1);
    if (field === undefined) return;
    field.href = linkOfField(field.code);
    field.isContents = isContentsField(field.code);
    if (field.isContents && this.#state.destination === "text") {
      this.#sink.left.contents++;
      this.#state.destination = "skip";
    }
  }

  #control(name: string, number: number | null): void {
    const state = this.#state;
    this.#names.word(state, name, number);
    if (this.#seen.word(name, number) || applyLook(state, name, number, this.#defaultFont)) return;
    if (name === "ansicpg") this.#encoding = encodingOfPage(number ?? 1252);
    else if (name === "mac" || name === "pc" || name === "pca") this.#encoding = oldEncodings[name];
    else if (name === "f") state.font = number ?? 0;
    else if (name === "deff") {
      this.#defaultFont = number ?? 0;
      state.font = this.#defaultFont;
    } else if (state.destination === "created") this.#created[name] = number ?? 0;
    else if (state.destination === "text" && !applyParagraph(state, name, number)) this.#layout(name);
  }

  /** Ends of paragraphs, cells, rows and pages. */
  #layout(name: string): void {
    const { inTable, isHeadRow } = this.#state;
    switch (name) {
      case "ftnalt":
        this.#isEndnote();
        break;
      case "par":
      case "sect":
        if (!this.#seen.isMarkGone(this.#state)) this.#story.endParagraph(this.#about());
        if (name === "sect") this.#story.inline(false).pageBreak(false);
        break;
      case "line":
        if (!this.#isGone("")) this.#story.inline(inTable).lineBreak();
        break;
      case "page":
        this.#story.inline(inTable).pageBreak(false);
        break;
      case "cell":
        this.#story.endCell();
        break;
      case "nestcell":
      case "nestrow":
        this.#story.inline(true).parted();
        break;
      case "row":
        this.#story.endRow(isHeadRow);
        break;
      default:
    }
  }

  #about(): ParagraphAbout {
    return aboutParagraph(this.#state, this.#names, this.#story.marker);
  }

  #isGone(text: string): boolean {
    return this.#seen.isGone(this.#state, text, this.#names.authors);
  }

  #unicode(number: number): void {
    this.#text(String.fromCharCode(number & 0xffff));
    this.#passing = this.#state.skipped;
  }

  #take(bytes: string): void {
    const passed = Math.min(this.#passing, bytes.length);
    this.#passing -= passed;
    this.#bytes += bytes.slice(passed);
    const group = this.#groups.at(-1);
    if (group !== undefined && passed < bytes.length) group.isNew = false;
  }

  /** The bytes so far as text: a character may have two, each written on its own. */
  #flush(): void {
    if (this.#bytes === "") return;
    const bytes = this.#bytes;
    this.#bytes = "";
    const font = this.#names.font(this.#state.font);
    if (font?.isSymbol === true) {
      const signs = bytes.replace(/[\x21-\xff]/g, (sign) => String.fromCharCode(0xf000 + sign.charCodeAt(0)));
      this.#text(/^(symbol|wingdings|webdings)/i.test(font.name) ? signs : bytes);
    } else this.#text(decodeBytes(bytes, font?.encoding ?? this.#encoding));
  }

  #text(raw: string): void {
    const { destination, look, inTable, font, language } = this.#state;
    if (destination === "skip") return;
    const text = raw.replace(/[^\P{Cc}\t]/gu, "");
    if (destination === "fonts" || destination === "styles" || destination === "revisions")
      this.#names.text(this.#state, text);
    else if (destination !== "text") {
      if (this.#aside.length < maxAside) this.#aside += text;
    } else if (!this.#isGone(text)) {
      // A paragraph's number is part of the words of a heading.
      const inline = this.#story.inline(inTable);
      if (inline.isEmpty && this.#story.marker !== "" && !inTable && this.#about().kind.kind === "heading") {
        inline.write(`${this.#story.marker} `);
        this.#story.marker = "";
      }
      const isHeading = this.#about().kind.kind === "heading";
      const shown = withSymbols(text, this.#names.font(font)?.name || "Symbol");
      inline.write(shown, {
        ...look,
        ...(isHeading ? { bold: false } : {}),
        href: this.#fields.findLast(({ href }) => href !== null)?.href ?? null,
      });
      const name = languageOf(language);
      if (name !== "") this.#languages.set(name, (this.#languages.get(name) ?? 0) + text.length);
    }
  }
}
