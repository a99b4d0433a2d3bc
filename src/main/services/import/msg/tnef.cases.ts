import { fileTime } from "./properties.ts";

/** A property: its identifier, its type, and its value as it is written; one with a name has it first. */
export type Property = readonly [id: number, type: number, value: string | number | Date | Uint8Array, name?: string];
/** An attribute: level (1 message, 2 attachment), identifier, and value. */
export type Attribute = readonly [level: 1 | 2, id: number, value: Uint8Array];

const ids = { properties: 0x9003, recipients: 0x9004, begins: 0x9002, attachment: 0x9005 };

/** A message as Outlook packs it in `winmail.dat` ([MS-OXTNEF]). */
export function tnefOf(...attributes: readonly Attribute[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt32LE(0x223e9f78, 0);
  return Buffer.concat([header, ...attributes.map(attribute)]);
}

function attribute([level, id, value]: Attribute): Buffer {
  const head = Buffer.alloc(9);
  head[0] = level;
  head.writeUInt16LE(id, 1);
  head.writeUInt32LE(value.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(value.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, value, sum]);
}

/** The same stream, one of its attributes what `change` makes of it; `choose` picks one of so many. */
export function withAttribute(
  tnef: Uint8Array,
  choose: (count: number) => number,
  change: (value: Uint8Array) => Uint8Array,
): Buffer {
  const file = Buffer.from(tnef);
  const found: Attribute[] = [];
  for (let offset = 6; offset + 9 <= file.length; ) {
    const size = file.readUInt32LE(offset + 5);
    found.push([
      file[offset] === 2 ? 2 : 1,
      file.readUInt16LE(offset + 1),
      file.subarray(offset + 9, offset + 9 + size),
    ]);
    offset += size + 11;
  }
  const chosen = choose(found.length);
  return tnefOf(
    ...found.map(([level, id, value], index): Attribute => [level, id, index === chosen ? change(value) : value]),
  );
}

/** A list of properties as it is in an attribute. */
export function propertyList(...properties: readonly Property[]): Buffer {
  return Buffer.concat([number(properties.length), ...properties.map(property)]);
}

function property([id, type, value, name]: Property): Buffer {
  const named =
    name === undefined
      ? []
      : [Buffer.alloc(16), number(1), number(2 * name.length), padded(Buffer.from(name, "utf16le"))];
  return Buffer.concat([number(id * 0x10000 + type), ...named, written(value)]);
}

/** A value of any length has its number of values and its length before it. */
function written(value: Property[2]): Buffer {
  if (typeof value === "number") return number(value);
  if (value instanceof Date) return fileTime(value);
  const bytes = typeof value === "string" ? Buffer.from(`${value}\0`, "utf16le") : Buffer.from(value);
  return Buffer.concat([number(1), number(bytes.length), padded(bytes)]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The properties of a message. */
export function messageProperties(...properties: readonly Property[]): Attribute {
  return [1, ids.properties, propertyList(...properties)];
}

/** Recipients, each with its kind (1 To, 2 Cc), name and address. */
export function recipients(...all: readonly (readonly [kind: number, name: string, address: string])[]): Attribute {
  const lists = all.map(([kind, name, address]) =>
    propertyList([0x0c15, 3, kind], [0x3001, 0x1f, name], [0x39fe, 0x1f, address]),
  );
  return [1, ids.recipients, Buffer.concat([number(all.length), ...lists])];
}

/** An attachment with its properties. */
export function attachment(...properties: readonly Property[]): Attribute[] {
  return [
    [2, ids.begins, Buffer.alloc(14)],
    [2, ids.attachment, propertyList(...properties)],
  ];
}

/** A message that is attached. */
export function attachedMessage(tnef: Uint8Array): Attribute[] {
  return attachment([0x3705, 3, 5], [0x3701, 0x0d, Buffer.concat([Buffer.alloc(16), tnef])]);
}
