import { message } from "../messages/message.ts";
import { WorkbenchError } from "./errors.ts";

/**
 * How an identifier is shown to people: its last eight hexadecimal digits, which are drawn by chance. Its beginning is
 * the time of making (RFC 9562, section 5.7) and the same for what was made together.
 */
export function shortId(id: string): string {
  return id.slice(-8);
}

/**
 * Whether a person means this identifier: by the whole of it, its beginning or its end, a `#` before it or not. At
 * least four digits count.
 */
export function meansId(id: string, wanted: string): boolean {
  const digits = wanted.trim().toLowerCase().replace(/^#/, "");
  return id === digits || (digits.length >= 4 && (id.startsWith(digits) || id.endsWith(digits)));
}

/**
 * The one of these that a person means, by the identifier of each; throws `missing` and, where several fit,
 * `ambiguous`. `name` says what they are: `claim`.
 */
export function meantById<Value>(
  values: readonly Value[],
  idOf: (value: Value) => string,
  wanted: string,
  name: "claim" | "change" | "relation",
): Value {
  const found = new Map(
    values.flatMap((value) => (meansId(idOf(value), wanted) ? [[idOf(value), value] as const] : [])),
  );
  const [first, second] = found.values();
  if (first === undefined) throw new WorkbenchError("missing", message(`id.${name}Missing`, { wanted }));
  if (second !== undefined) throw new WorkbenchError("ambiguous", message("id.several", { wanted, count: found.size }));
  return first;
}
