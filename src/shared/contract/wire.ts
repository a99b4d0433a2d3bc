import { fromUint8Array, toUint8Array } from "js-base64";
import { z } from "zod";
import { MessageSchema } from "../messages/message-schema.ts";
import { type ErrorCode, WorkbenchError } from "../model/errors.ts";

const ReplySchema = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: z.string(), reason: MessageSchema, message: z.string() }),
  }),
]);

/** The value of a reply; throws the `WorkbenchError` it carries. */
export function valueIn(reply: unknown): unknown {
  const parsed = ReplySchema.parse(reply);
  if (parsed.ok) return parsed.value;
  throw new WorkbenchError(parsed.error.code as ErrorCode, parsed.error.reason);
}

/**
 * Plain data with what `put` gives in the place of bytes, however deep; parts without bytes stay the same values. A
 * function that JSON calls for each part would take ten times as long, and JSON makes lists of numbers of Node's
 * buffers.
 */
function withoutBytes(value: unknown, put: (bytes: Uint8Array) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return put(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => withoutBytes(part, put));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  let changed: Record<string, unknown> | null = null;
  for (const key of Object.keys(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    const after = withoutBytes(part, put);
    if (after === part) continue;
    changed ??= { ...value };
    changed[key] = after;
  }
  return changed ?? value;
}

/**
 * Whether there are bytes anywhere in plain data. Most answers have none, and this takes a tenth of the time of
 * `withoutBytes`, since it makes nothing.
 */
function hasBytes(value: object): boolean {
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) {
    for (const part of value) if (typeof part === "object" && part !== null && hasBytes(part)) return true;
    return false;
  }
  for (const key in value) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof part === "object" && part !== null && hasBytes(part)) return true;
  }
  return false;
}

/** Plain data as JSON with what `put` gives in the place of bytes. */
function jsonOf(value: unknown, put: (bytes: Uint8Array) => unknown): string {
  const isPlain = typeof value !== "object" || value === null || !hasBytes(value);
  return JSON.stringify(isPlain ? value : withoutBytes(value, put));
}

/** Plain data as JSON; bytes travel as `{"$bytes": base64}`. */
export function encode(value: unknown): string {
  return jsonOf(value, (bytes) => ({ $bytes: fromUint8Array(bytes) }));
}

/** The data `encode` wrote. Throws `SyntaxError` on anything that is not JSON. */
export function decode(json: string): unknown {
  // Looking at each part takes several times as long as reading; most answers carry no bytes.
  if (!json.includes('"$bytes"')) return JSON.parse(json) as unknown;
  return JSON.parse(json, (_key, part: unknown) => {
    const bytes = typeof part === "object" && part !== null && "$bytes" in part ? part.$bytes : undefined;
    return typeof bytes === "string" ? toUint8Array(bytes) : part;
  }) as unknown;
}

/** Plain data as one string, and its bytes beside it in the order in which the string names them. */
export type Packed = readonly [json: string, ...bytes: Uint8Array[]];

/**
 * Plain data for a border that copies objects one by one, as Electron's contextBridge does: one string costs it
 * nothing, and bytes stay bytes.
 */
export function pack(value: unknown): Packed {
  const bytes: Uint8Array[] = [];
  const json = jsonOf(value ?? null, (part) => ({ $bytes: bytes.push(part) - 1 }));
  return [json, ...bytes];
}

/** As `pack`, for a border that sends all of the buffer that bytes are a part of, as Electron's does. */
export function packAlone(value: unknown): Packed {
  const [json, ...bytes] = pack(value);
  return [json, ...bytes.map((part) => (part.byteLength === part.buffer.byteLength ? part : new Uint8Array(part)))];
}

/** The content type of parts in a frame. */
export const framedType = "application/octet-stream";

/**
 * Parts as one run of bytes, for a border that carries nothing else: for each its length (32 bits, big end first) and
 * the part itself.
 */
export function frame(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const framed = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(framed.buffer);
  let end = 0;
  for (const part of parts) {
    view.setUint32(end, part.length);
    framed.set(part, end + 4);
    end += 4 + part.length;
  }
  return framed;
}

/** The parts that `frame` was given. Throws `RangeError` when bytes are missing. */
export function unframe(framed: Uint8Array): Uint8Array[] {
  const view = new DataView(framed.buffer, framed.byteOffset, framed.byteLength);
  const parts: Uint8Array[] = [];
  for (let start = 0; start < framed.length; ) {
    const end = start + 4 + view.getUint32(start);
    if (end > framed.length) throw new RangeError("A framed value lacks its end.");
    parts.push(framed.subarray(start + 4, end));
    start = end;
  }
  return parts;
}

/** The data `pack` was given. Throws `TypeError` or `SyntaxError` on anything else. */
export function unpack(packed: unknown): unknown {
  if (!Array.isArray(packed) || typeof packed[0] !== "string") throw new TypeError("This is no packed value.");
  const [json, ...bytes] = packed as [string, ...unknown[]];
  if (bytes.length === 0) return JSON.parse(json) as unknown;
  return JSON.parse(json, (_key, part: unknown) => {
    const place = typeof part === "object" && part !== null && "$bytes" in part ? part.$bytes : undefined;
    if (typeof place !== "number") return part;
    const given = bytes[place];
    if (!(given instanceof Uint8Array)) throw new TypeError("A packed value lacks its bytes.");
    return given;
  }) as unknown;
}
