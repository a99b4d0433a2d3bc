import { message } from "../messages/message.ts";
import { WorkbenchError } from "../model/errors.ts";
import { Condition, type DateRange, type Filter, filterDepth } from "../model/filter.ts";

/**
 * Filters as people write them (docs/library.md): `issue:Water stance:opposes OR NOT actor:"Harbour Board"`. Conditions
 * that are side by side must all hold, OR binds weaker than that, NOT stronger; `[issue:Water stance:opposes]` asks for
 * both in one position; bare words side by side are one condition.
 */

/** A filter in writing. `parseFilter` reads it back as a filter that means the same. */
export function printFilter(filter: Filter): string {
  return print(filter, "any");
}

function print(filter: Filter, place: "any" | "all" | "not"): string {
  if ("not" in filter) return `NOT ${print(filter.not, "not")}`;
  if ("any" in filter) {
    if (filter.any.length === 0) return "NOT ()";
    if (filter.any.length === 1 && filter.any[0] !== undefined) return print(filter.any[0], place);
    const text = filter.any.map((filter) => print(filter, "all")).join(" OR ");
    return place === "any" ? text : `(${text})`;
  }
  if ("all" in filter) {
    if (filter.all.length === 0) return "()";
    if (filter.all.length === 1 && filter.all[0] !== undefined) return print(filter.all[0], place);
    const text = filter.all.map((filter) => print(filter, "not")).join(" AND ");
    return place === "not" ? `(${text})` : text;
  }
  return printCondition(filter);
}

function printCondition(condition: Condition): string {
  if ("words" in condition) return bare(condition.words) ? condition.words : `words:${quoted(condition.words)}`;
  if ("position" in condition) {
    const { issue, alone, stance, strength } = condition.position;
    const parts = [
      ...(issue === undefined ? [] : [`issue${alone ? "=" : ":"}${value(issue)}`]),
      ...(stance === undefined ? [] : [`stance:${printStance(stance)}`]),
      ...(strength === undefined ? [] : [`strength:${printRange(strength)}`]),
    ];
    return parts.length === 1 ? (parts[0] ?? "") : `[${parts.join(" ")}]`;
  }
  if ("actor" in condition) return `${condition.members ? "members" : "actor"}:${value(condition.actor)}`;
  const [field = "", content] = Object.entries(condition)[0] ?? [];
  return `${field}:${typeof content === "string" ? value(content) : printRange(content)}`;
}

function printRange(range: DateRange<string | number>): string {
  if (range === null) return "none";
  const { from, to } = range;
  return from !== undefined && from === to ? String(from) : `${from ?? ""}..${to ?? ""}`;
}

/** `none` asks for positions without a stance; write a stance of that name in quotes. */
function printStance(stance: string): string {
  if (stance === "") return "none";
  return stance === "none" ? quoted(stance) : value(stance);
}

const keyword = /^(AND|OR|NOT)$/;
/** Words that a filter or a passage query (analysis/passage-text.ts) takes for its own. */
const reserved = /^(AND|OR|NOT|OVERLAPS|INSIDE|AROUND|NEAR)$/;

function bare(words: string): boolean {
  return (
    /^[\p{L}\p{M}\p{N}]+( [\p{L}\p{M}\p{N}]+)*$/u.test(words) && !words.split(" ").some((word) => reserved.test(word))
  );
}

function value(text: string): string {
  return /^[\p{L}\p{M}\p{N}+~?_/.-]+$/u.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/**
 * The filter that a text means. Throws `invalid` with the place that cannot be read, or when it is nested deeper than
 * `filterDepth`.
 */
export function parseFilter(text: string): Filter {
  const reader = new Reader(text);
  const filter = reader.isDone() ? { all: [] } : either(reader, 1);
  if (!reader.isDone()) reader.refuse();
  if (depthOf(filter) > filterDepth)
    throw new WorkbenchError("invalid", message("filter.tooDeep", { depth: filterDepth }));
  return filter;
}

function depthOf(filter: Filter): number {
  if ("not" in filter) return 1 + depthOf(filter.not);
  const inner = "all" in filter ? filter.all : "any" in filter ? filter.any : [];
  return 1 + Math.max(0, ...inner.map(depthOf));
}

/**
 * Tokens: a bracket, or a field with or without its value, or a word. Quotes keep white space and brackets together.
 */
class Reader {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = text.match(/[()[\]]|(?:"(?:[^"\\]|\\.)*"?|[^\s()[\]"])+/gsu) ?? [];
  }

  isDone(): boolean {
    return this.#next >= this.#tokens.length;
  }

  peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  take(wanted?: RegExp): string | null {
    const token = this.peek();
    if (token === undefined || (wanted !== undefined && !wanted.test(token))) return null;
    this.#next++;
    return token;
  }

  need(wanted: RegExp): string {
    return this.take(wanted) ?? this.refuse();
  }

  refuse(): never {
    const token = this.peek();
    const text = this.#text.slice(0, 120);
    if (token === undefined) throw new WorkbenchError("invalid", message("filter.unreadableAtEnd", { text }));
    throw new WorkbenchError("invalid", message("filter.unreadableAt", { text, rest: token.slice(0, 60) }));
  }
}

function either(reader: Reader, depth: number): Filter {
  if (depth > filterDepth) reader.refuse();
  const any = [both(reader, depth)];
  while (reader.take(/^OR$/) !== null) any.push(both(reader, depth));
  return any.length === 1 && any[0] !== undefined ? any[0] : { any };
}

function both(reader: Reader, depth: number): Filter {
  const all = [parseOperand(reader, depth)];
  for (;;) {
    const joined = reader.take(/^AND$/) !== null;
    const next = reader.peek();
    if (!joined && (next === undefined || /^(OR|\)|\])$/.test(next))) break;
    all.push(parseOperand(reader, depth));
  }
  return all.length === 1 && all[0] !== undefined ? all[0] : { all };
}

function parseOperand(reader: Reader, depth: number): Filter {
  if (depth > filterDepth) reader.refuse();
  if (reader.take(/^NOT$/) !== null) return { not: parseOperand(reader, depth + 1) };
  if (reader.take(/^\($/) !== null) {
    if (reader.take(/^\)$/) !== null) return { all: [] };
    const filter = either(reader, depth + 1);
    reader.need(/^\)$/);
    return filter;
  }
  if (reader.take(/^\[$/) !== null) {
    const parts: Record<string, unknown> = {};
    while (reader.take(/^\]$/) === null) Object.assign(parts, positionPart(reader) ?? reader.refuse());
    return checked(reader, { position: parts });
  }
  const part = positionPart(reader);
  if (part !== null) return checked(reader, { position: part });
  const token = reader.peek();
  const [, field = "", given = ""] = /^([a-z]+):(.*)$/su.exec(token ?? "") ?? [];
  const form = forms[field];
  if (form === undefined) return words(reader);
  const condition = checked(reader, form(unquoted(given)));
  reader.take();
  return condition;
}

const forms: Readonly<Record<string, (given: string) => unknown>> = {
  words: (words) => ({ words }),
  actor: (actor) => ({ actor }),
  members: (actor) => ({ actor, members: true }),
  coder: (coder) => ({ coder }),
  certainty: (given) => ({ certainty: rangeOf(given, Number) }),
  reliability: (given) => ({ reliability: rangeOf(given, (end) => end.toUpperCase()) }),
  credibility: (given) => ({ credibility: rangeOf(given, Number) }),
  created: (given) => ({ created: rangeOf(given, String) }),
  modified: (given) => ({ modified: rangeOf(given, String) }),
  published: (given) => ({ published: rangeOf(given, String) }),
  paper: (paper) => ({ paper }),
  version: (version) => ({ version }),
  tag: (tag) => ({ tag }),
  collection: (collection) => ({ collection }),
  kind: (kind) => ({ kind }),
  relation: (relation) => ({ relation }),
};

function positionPart(reader: Reader): Record<string, unknown> | null {
  const [, field = "", sign = "", given = ""] = /^(issue|stance|strength)([:=])(.*)$/su.exec(reader.peek() ?? "") ?? [];
  if (field === "" || (sign === "=" && field !== "issue")) return null;
  reader.take();
  if (field === "stance" && given === "none") return { stance: "" };
  const text = unquoted(given);
  if (field === "strength") return { strength: rangeOf(text, Number) };
  return sign === "=" ? { issue: text, alone: true } : { [field]: text };
}

/** Bare words and phrases up to the next field, operator or bracket. */
function words(reader: Reader): Filter {
  const isField = (token: string): boolean => {
    const field = /^([a-z]+)[:=]/u.exec(token)?.[1] ?? "";
    return Object.hasOwn(forms, field) || /^(issue|stance|strength)$/.test(field);
  };
  const found: string[] = [];
  for (let token = reader.peek(); token !== undefined; token = reader.peek()) {
    if (keyword.test(token) || /^[()[\]]$/.test(token) || isField(token)) break;
    found.push(token.replace(/\\(.)/gsu, "$1"));
    reader.take();
  }
  return found.length === 0 ? reader.refuse() : checked(reader, { words: found.join(" ") });
}

function unquoted(text: string): string {
  return text.replace(/"((?:[^"\\]|\\.)*)"?/gsu, (_, inner: string) => inner.replace(/\\(.)/gsu, "$1"));
}

function rangeOf<Value>(text: string, read: (end: string) => Value): DateRange<Value> {
  if (text === "none") return null;
  const [from = "", to] = text.split("..");
  if (to === undefined) return { from: read(from), to: read(from) };
  return { ...(from === "" ? {} : { from: read(from) }), ...(to === "" ? {} : { to: read(to) }) };
}

function checked(reader: Reader, given: unknown): Condition {
  const result = Condition.safeParse(given);
  return result.success ? result.data : reader.refuse();
}
