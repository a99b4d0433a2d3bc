import type { Box } from "./module.ts";

/** Clockwise rotation of a page or of the letters on it, in degrees. */
export type TextTurn = 0 | 90 | 180 | 270;

/** Marked content that is no part of the text: running heads, page numbers, watermarks of tagged files. */
export const artifact = -2;

/** A run, and how many characters it has. */
type CharPart = Readonly<{ run: CharRun; count: number }>;

/** What is the same for all characters that one text operator shows. */
export type CharRun = Readonly<{
  /** In units of user space, as it is seen. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** The font's name without the letters that mark a subset. */
  font: string;
  /** How far, clockwise, the page must be turned for these characters to be upright; null when they are askew. */
  turn: TextTurn | null;
  /** Of those that are askew, in which direction they run: degrees anticlockwise from left to right, -180 to 180. */
  angle?: number;
  /** The marked content they belong to (ISO 32000-1, 14.7.4); -1 for none, -2 for an artifact. */
  content: number;
  /** True where the file itself says which letters these glyphs stand for; their boxes are then only about right. */
  isActual?: boolean;
  /** Where on its baseline the text begins. */
  origin: readonly [number, number];
}>;

/** The places on the page with the most characters so far: a copy of its beginning is made faster than a new list. */
const places: number[] = [];

/**
 * The characters of a page as they go from one thread to another. Each buffer belongs to these characters alone, so
 * it may be transferred.
 */
export type PackedChars = Readonly<{
  lost: number;
  length: number;
  codes: Uint32Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
  runs: Uint32Array<ArrayBuffer>;
  feet: Float32Array<ArrayBuffer>;
  boxes: Float32Array<ArrayBuffer>;
  confidences: Uint8Array<ArrayBuffer> | null;
  styles: readonly CharRun[];
  counts: readonly number[];
}>;

/** What characters are before any run is known. */
const none: CharRun = { size: 10, turn: 0, content: -1, bold: false, italic: false, font: "", origin: [0, 0] };

/** Made by PDFium for a gap or a line end; not in the file. */
const generated = 1;
/** A hyphen at a line end that parts a word. */
const hyphen = 2;
/** Raised, and of the text: an exponent. */
const raised = 4;
/** Recognised in a picture, and not surely. */
const doubtful = 8;

/**
 * The characters of a page, as columns of numbers: thousands of objects on each page would cost more time and memory
 * than all else that reading it takes. A character is named by its place `k`, from 0; lengths are in units of PDF
 * default user space. One that is not there is read as a NUL without extent.
 */
export class PageChars {
  /** Characters of the page that no letter is known of; they are left out. */
  lost = 0;
  #length = 0;
  readonly #codes: Uint32Array<ArrayBuffer>;
  readonly #flags: Uint8Array<ArrayBuffer>;
  readonly #runs: Uint32Array<ArrayBuffer>;
  readonly #feet: Float32Array<ArrayBuffer>;
  /** Four for each character. */
  readonly #boxes: Float32Array<ArrayBuffer>;
  /** How sure doubtful characters are, 0 to 100; null where the page has none. */
  #confidences: Uint8Array<ArrayBuffer> | null = null;
  readonly #styles: CharRun[] = [none];
  readonly #counts: number[] = [0];
  /** What `parts` returned last; null when there is more. */
  #parts: readonly CharPart[] | null = null;

  /** Room for so many characters, or the characters of another thread with the room that they had there. */
  constructor(most: number | PackedChars) {
    if (typeof most === "number") {
      this.#codes = new Uint32Array(most);
      this.#flags = new Uint8Array(most);
      this.#runs = new Uint32Array(most);
      this.#feet = new Float32Array(most);
      this.#boxes = new Float32Array(most * 4);
      return;
    }
    ({ lost: this.lost, length: this.#length, codes: this.#codes, flags: this.#flags, runs: this.#runs } = most);
    ({ feet: this.#feet, boxes: this.#boxes, confidences: this.#confidences } = most);
    [this.#styles, this.#counts] = [[...most.styles], [...most.counts]];
  }

  /** All of it for another thread. When the buffers have been transferred, these characters can't be used any more. */
  packed(): PackedChars {
    const [codes, flags, runs, feet, boxes] = [this.#codes, this.#flags, this.#runs, this.#feet, this.#boxes];
    const columns = { codes, flags, runs, feet, boxes, confidences: this.#confidences };
    return { lost: this.lost, length: this.#length, ...columns, styles: this.#styles, counts: this.#counts };
  }

  get length(): number {
    return this.#length;
  }

  /** Each run with the number of its characters, those made for gaps within it among them. */
  parts(): readonly CharPart[] {
    this.#parts ??= this.#styles.map((run, n) => ({ run, count: this.#counts[n] ?? 0 }));
    return this.#parts;
  }

  /** The characters that are added from now on belong to this run. */
  begin(run: CharRun): void {
    this.#parts = null;
    this.#styles.push(run);
    this.#counts.push(0);
  }

  /** Add a character by its code point (Unicode scalar value). Its place is the last one; it has no extent yet. */
  add(code: number, flags: Readonly<{ generated: boolean; hyphen: boolean }>): number {
    const k = this.#length++;
    this.#parts = null;
    this.#codes[k] = code;
    this.#flags[k] = (flags.generated ? generated : 0) | (flags.hyphen ? hyphen : 0);
    const run = this.#styles.length - 1;
    this.#runs[k] = run;
    this.#counts[run] = (this.#counts[run] ?? 0) + 1;
    return k;
  }

  /**
   * Add characters of another page, which has no marked content that this one knows of: all of them, or those in some
   * places. There must be room.
   */
  append(other: PageChars, places: readonly number[] = other.all()): void {
    for (const [n, place] of places.entries()) {
      if (n === 0 || !other.together(places[n - 1] ?? -1, place)) this.begin({ ...other.run(place), content: -1 });
      const k = this.add(other.code(place), { generated: other.isGenerated(place), hyphen: other.isHyphen(place) });
      this.place(k, ...other.box(place));
      this.setFoot(k, other.foot(place));
    }
  }

  /** The places of all characters. */
  all(): number[] {
    while (places.length < this.#length) places.push(places.length);
    return places.slice(0, this.#length);
  }

  /** The loose box: as high as the line. */
  place(k: number, x0: number, y0: number, x1: number, y1: number): void {
    const index = k * 4;
    this.#boxes[index] = x0;
    this.#boxes[index + 1] = y0;
    this.#boxes[index + 2] = x1;
    this.#boxes[index + 3] = y1;
  }

  /**
   * The loose box, of which PDFium wrote the sides (FS_RECTF: left, top, right, bottom); its bottom is that of the ink,
   * too.
   */
  placeAsRead(k: number, sides: Float32Array, offset: number): void {
    const index = k * 4;
    const bottom = sides[offset + 3] ?? 0;
    this.#boxes[index] = sides[offset] ?? 0;
    this.#boxes[index + 1] = bottom;
    this.#boxes[index + 2] = sides[offset + 2] ?? 0;
    this.#boxes[index + 3] = sides[offset + 1] ?? 0;
    this.#feet[k] = bottom;
  }

  /** The bottom of the ink, given only for signs that may be a note's mark (digits, stars, daggers); else the box's. */
  setFoot(k: number, foot: number): void {
    this.#feet[k] = foot;
  }

  /** Another character in the place of one. */
  write(k: number, code: number): void {
    this.#codes[k] = code;
  }

  /** Widen the box of a character by that of another. */
  include(k: number, other: number): void {
    this.place(
      k,
      Math.min(this.left(k), this.left(other)),
      Math.min(this.bottom(k), this.bottom(other)),
      Math.max(this.right(k), this.right(other)),
      Math.max(this.top(k), this.top(other)),
    );
  }

  /** A gap in the place of a character. */
  blank(k: number): void {
    this.#codes[k] = 32;
    this.#flags[k] = generated;
  }

  /** Make a character part of the run of another one. */
  joinRun(k: number, other: number): void {
    this.#parts = null;
    const [from, to] = [this.#runs[k] ?? 0, this.#runs[other] ?? 0];
    this.#runs[k] = to;
    this.#counts[from] = (this.#counts[from] ?? 0) - 1;
    this.#counts[to] = (this.#counts[to] ?? 0) + 1;
  }

  /** The nearest character that PDFium made, as a gap; null where it made none. */
  blankNear(k: number): number | null {
    for (let step = 0; step < this.#length; step++)
      for (const other of [k + step, k - step])
        if (other >= 0 && other < this.#length && this.isGenerated(other)) {
          this.blank(other);
          return other;
        }
    return null;
  }

  raise(k: number): void {
    this.#flags[k] = (this.#flags[k] ?? 0) | raised;
  }

  doubt(k: number, confidence: number): void {
    this.#flags[k] = (this.#flags[k] ?? 0) | doubtful;
    this.#confidences ??= new Uint8Array(this.#codes.length);
    this.#confidences[k] = confidence;
  }

  /** Move all runs, as `to` moves a point. */
  moveOrigins(to: (x: number, y: number) => readonly [number, number]): void {
    this.#parts = null;
    for (const [n, run] of this.#styles.entries())
      this.#styles[n] = { ...run, origin: to(run.origin[0], run.origin[1]) };
  }

  code(k: number): number {
    return this.#codes[k] ?? 0;
  }

  text(k: number): string {
    return String.fromCodePoint(this.code(k));
  }

  run(k: number): CharRun {
    return this.#styles[this.#runs[k] ?? 0] ?? none;
  }

  /** Whether two characters belong to one run. */
  together(a: number, b: number): boolean {
    return this.#runs[a] === this.#runs[b];
  }

  left(k: number): number {
    return this.#boxes[k * 4] ?? 0;
  }

  bottom(k: number): number {
    return this.#boxes[k * 4 + 1] ?? 0;
  }

  right(k: number): number {
    return this.#boxes[k * 4 + 2] ?? 0;
  }

  top(k: number): number {
    return this.#boxes[k * 4 + 3] ?? 0;
  }

  box(k: number): Box {
    return [this.left(k), this.bottom(k), this.right(k), this.top(k)];
  }

  /**
   * Copy the sides of a box, in the order of `box`, into `target` from `index` on. Handed over one by one, each would
   * be put on the heap: four for each character of a paper.
   */
  copyBox(k: number, target: Float64Array, index: number): void {
    target[index] = this.left(k);
    target[index + 1] = this.bottom(k);
    target[index + 2] = this.right(k);
    target[index + 3] = this.top(k);
  }

  foot(k: number): number {
    return this.#feet[k] ?? 0;
  }

  isGenerated(k: number): boolean {
    return ((this.#flags[k] ?? 0) & generated) !== 0;
  }

  isHyphen(k: number): boolean {
    return ((this.#flags[k] ?? 0) & hyphen) !== 0;
  }

  isRaised(k: number): boolean {
    return ((this.#flags[k] ?? 0) & raised) !== 0;
  }

  /** How sure a doubtful character is, 0 to 100; null for any other. */
  doubtOf(k: number): number | null {
    return ((this.#flags[k] ?? 0) & doubtful) === 0 ? null : (this.#confidences?.[k] ?? 0);
  }

  /** Made for a gap, or white space of the file. */
  isBlank(k: number): boolean {
    return this.isGenerated(k) || isSpace(this.code(k));
  }
}

/** White space, as ECMAScript's `\s` has it. */
export function isSpace(code: number): boolean {
  if (code > 32 && code < 0xa0) return false;
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : /^\s$/u.test(String.fromCodePoint(code));
}
