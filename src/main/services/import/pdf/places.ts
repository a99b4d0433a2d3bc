import type { GeometryWriter } from "../../geometry/geometry.ts";

/** What stands for the page of a unit that is on none. */
const nowhere = -1;

/**
 * Where each UTF-16 unit of a text is, if anywhere: numbers side by side, five for each unit, since there are as many
 * as letters.
 */
export class Places {
  readonly #numbers: number[] = [];

  get length(): number {
    return this.#numbers.length / 5;
  }

  /** A unit on a page (from 0), with its box in user space. */
  add(page: number, x0: number, y0: number, x1: number, y1: number): void {
    this.#numbers.push(page, x0, y0, x1, y1);
  }

  /** A unit that is on no page. */
  addNowhere(): void {
    this.#numbers.push(nowhere, 0, 0, 0, 0);
  }

  /** Another unit where the last one is: a letter of a ligature. */
  repeat(): void {
    this.#numbers.push(...this.#numbers.slice(-5));
  }

  /** Whether the last unit is on no page. */
  endsNowhere(): boolean {
    return this.#numbers.at(-5) === nowhere;
  }

  pop(): void {
    this.#numbers.length -= Math.min(5, this.#numbers.length);
  }

  append({ numbers }: Places): void {
    for (const number of numbers) this.#numbers.push(number);
  }

  get numbers(): readonly number[] {
    return this.#numbers;
  }

  writeTo(geometry: GeometryWriter): void {
    const numbers = this.#numbers;
    for (let index = 0; index < numbers.length; index += 5)
      geometry.addBox(
        numbers[index] ?? nowhere,
        numbers[index + 1] ?? 0,
        numbers[index + 2] ?? 0,
        numbers[index + 3] ?? 0,
        numbers[index + 4] ?? 0,
      );
  }
}
