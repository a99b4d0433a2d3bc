import type { GeometryWriter } from "../../geometry/geometry.ts";
import type { Letters } from "./letters.ts";

/** What stands for the page of a unit that is on none. */
const nowhere = -1;

/**
 * Where each UTF-16 unit of a text is, if anywhere: numbers side by side, five for each unit (its page and the sides of
 * its box), since there are as many as letters.
 */
export class Places {
  #numbers: Float64Array;
  #length = 0;

  /** Room for so many units; it grows when there are more. */
  constructor(room = 64) {
    this.#numbers = new Float64Array(room * 5);
  }

  get length(): number {
    return this.#length;
  }

  /** A unit on a page (from 0), with its box in user space. */
  add(page: number, x0: number, y0: number, x1: number, y1: number): void {
    const index = this.#length * 5;
    if (index === this.#numbers.length) this.#grow(this.#length + 1);
    const numbers = this.#numbers;
    numbers[index] = page;
    numbers[index + 1] = x0;
    numbers[index + 2] = y0;
    numbers[index + 3] = x1;
    numbers[index + 4] = y1;
    this.#length++;
  }

  /** A unit on a page (from 0), with the box of a letter as it is. */
  addLetter(page: number, letters: Letters, i: number): void {
    const index = this.#length * 5;
    if (index === this.#numbers.length) this.#grow(this.#length + 1);
    this.#numbers[index] = page;
    letters.copyBox(i, this.#numbers, index + 1);
    this.#length++;
  }

  /** A unit that is on no page. */
  addNowhere(): void {
    this.add(nowhere, 0, 0, 0, 0);
  }

  /** Another unit where the last one is: a letter of a ligature. */
  repeat(): void {
    if (this.#length === this.#numbers.length / 5) this.#grow(this.#length + 1);
    const end = this.#length * 5;
    this.#numbers.copyWithin(end, end - 5, end);
    this.#length++;
  }

  /** Whether the last unit is on no page. */
  endsNowhere(): boolean {
    return this.#length > 0 && this.#numbers[this.#length * 5 - 5] === nowhere;
  }

  pop(): void {
    if (this.#length > 0) this.#length--;
  }

  append(more: Places): void {
    this.#grow(this.#length + more.length);
    this.#numbers.set(more.#numbers.subarray(0, more.length * 5), this.#length * 5);
    this.#length += more.length;
  }

  writeTo(geometry: GeometryWriter): void {
    const numbers = this.#numbers;
    const end = this.#length * 5;
    for (let index = 0; index < end; index += 5)
      geometry.addBox(
        numbers[index] ?? nowhere,
        numbers[index + 1] ?? 0,
        numbers[index + 2] ?? 0,
        numbers[index + 3] ?? 0,
        numbers[index + 4] ?? 0,
      );
  }

  #grow(units: number): void {
    if (units * 5 <= this.#numbers.length) return;
    const larger = new Float64Array(Math.max(units * 5, this.#numbers.length * 2));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
