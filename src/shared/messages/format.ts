/**
 * Prints the part of ICU MessageFormat that the catalogue uses: `{name}`, `{n, number}`, `{at, date, medium}`, `{at,
 * time, short}`, `{n, plural, =0 {…} one {…} other {# …}}` and `{kind, select, a {…} other {…}}`. There is no quoting
 * by apostrophes, so that a message may hold them. Our own, because errors print their English text the moment they are
 * made, in workers and in `--version` too, where loading intl-messageformat would take longer than the work; the tests
 * compare it with that library.
 */
export function formatPattern(
  pattern: string,
  locale: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return new Printer(pattern, locale, values).text(null);
}

class Printer {
  readonly #pattern: string;
  readonly #locale: string;
  readonly #values: Readonly<Record<string, string | number>>;
  #at = 0;

  constructor(pattern: string, locale: string, values: Readonly<Record<string, string | number>>) {
    this.#pattern = pattern;
    this.#locale = locale;
    this.#values = values;
  }

  /** Words up to the brace that closes them or to the end; `#` stands for `count` inside of a plural. */
  text(count: number | null): string {
    let text = "";
    for (; this.#at < this.#pattern.length && this.#pattern[this.#at] !== "}"; this.#at++) {
      const unit = this.#pattern[this.#at];
      if (unit === "{") text += this.#argument(count);
      else text += unit === "#" && count !== null ? this.#number(count) : unit;
    }
    return text;
  }

  /** An argument, from its opening brace; ends at its closing one. */
  #argument(count: number | null): string {
    const [head = "", name = "", kind] = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?,?/.exec(this.#pattern.slice(this.#at)) ?? [];
    this.#at += head.length;
    const value = this.#values[name] ?? "";
    if (kind === "plural" || kind === "select") return this.#choose(kind, value, count);
    const style = this.#pattern.slice(this.#at, this.#pattern.indexOf("}", this.#at)).trim();
    this.#at = this.#pattern.indexOf("}", this.#at);
    if (kind === "number") return this.#number(Number(value));
    if (kind === "date" || kind === "time") return this.#instant(kind, style, String(value));
    return String(value);
  }

  #choose(kind: "plural" | "select", value: string | number, count: number | null): string {
    const number = kind === "plural" ? Number(value) : count;
    const category = kind === "plural" ? new Intl.PluralRules(this.#locale).select(Number(value)) : String(value);
    const options = new Map<string, string>();
    for (;;) {
      const [head, name = ""] = /^\s*([^\s{}]+)\s*\{/.exec(this.#pattern.slice(this.#at)) ?? [];
      if (head === undefined) break;
      this.#at += head.length;
      options.set(name, this.text(number));
      this.#at++;
    }
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== "}") this.#at++;
    return (
      (kind === "plural" ? options.get(`=${value}`) : undefined) ?? options.get(category) ?? options.get("other") ?? ""
    );
  }

  #number(value: number): string {
    return new Intl.NumberFormat(this.#locale).format(value);
  }

  #instant(kind: "date" | "time", style: string, value: string): string {
    const time = new Date(value);
    if (Number.isNaN(time.getTime())) return value;
    const length = style === "short" || style === "long" ? style : "medium";
    return new Intl.DateTimeFormat(
      this.#locale,
      kind === "date" ? { dateStyle: length } : { timeStyle: length, ...clockOf(this.#locale) },
    ).format(time);
  }
}

/** CLDR 46 writes AM and PM in Latin letters for Urdu; where that is so, times count to 24 hours. */
export function clockOf(locale: string): Readonly<{ hourCycle?: "h23" }> {
  return locale.startsWith("ur") ? { hourCycle: "h23" } : {};
}
