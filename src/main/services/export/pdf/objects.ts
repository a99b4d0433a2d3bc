/** The kinds of PDF object (ISO 32000-1, section 7.3). Streams keep their bytes as they stand in the file. */
export type PdfName = Readonly<{ kind: "name"; name: string }>;
export type PdfRef = Readonly<{ kind: "ref"; number: number; generation: number }>;
export type PdfString = Readonly<{ kind: "string"; bytes: Uint8Array }>;
export type PdfDict = ReadonlyMap<string, PdfObject>;
export type PdfStream = Readonly<{ kind: "stream"; dict: PdfDict; bytes: Uint8Array }>;
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfRef
  | PdfString
  | PdfStream
  | PdfDict
  | readonly PdfObject[];

export const nameOf = (name: string): PdfName => ({ kind: "name", name });
export const refTo = (number: number, generation = 0): PdfRef => ({ kind: "ref", number, generation });

export function isDict(value: PdfObject | undefined): value is PdfDict {
  return value instanceof Map;
}

export function isArray(value: PdfObject | undefined): value is readonly PdfObject[] {
  return Array.isArray(value);
}

export function isRef(value: PdfObject | undefined): value is PdfRef {
  return kindOf(value) === "ref";
}

export function isStream(value: PdfObject | undefined): value is PdfStream {
  return kindOf(value) === "stream";
}

export function isName(value: PdfObject | undefined, name?: string): value is PdfName {
  return kindOf(value) === "name" && (name === undefined || (value as PdfName).name === name);
}

export function isString(value: PdfObject | undefined): value is PdfString {
  return kindOf(value) === "string";
}

function kindOf(value: PdfObject | undefined): string | null {
  return typeof value === "object" && value !== null && "kind" in value ? value.kind : null;
}

export function dict(entries: Readonly<Record<string, PdfObject | undefined>>): PdfDict {
  return new Map(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

/** A text string: ASCII as it is, everything else as UTF-16BE with a byte order mark (7.9.2.2). */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e\n]*$/.test(text)) return { kind: "string", bytes: Buffer.from(text, "latin1") };
  const swapped = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return { kind: "string", bytes: swapped };
}

/** A date as PDF writes it, in UTC (7.9.4). */
export function dateString(instant: string): PdfString {
  return textString(`D:${instant.replace(/\D/g, "").slice(0, 14)}Z`);
}

/** An object as it is written in a file. */
export function print(value: PdfObject): Buffer {
  const parts: Buffer[] = [];
  write(value, parts);
  return Buffer.concat(parts);
}

function write(value: PdfObject, out: Buffer[]): void {
  const put = (text: string): void => void out.push(Buffer.from(text, "latin1"));
  if (value === null || typeof value === "boolean") put(String(value));
  else if (typeof value === "number")
    put(Number.isInteger(value) ? String(value) : value.toFixed(3).replace(/\.?0+$/, ""));
  else if (isArray(value)) {
    put("[");
    for (const [index, one] of value.entries()) {
      if (index > 0) put(" ");
      write(one, out);
    }
    put("]");
  } else if (isDict(value)) {
    put("<<");
    for (const [key, one] of value) {
      put(`${printName(key)} `);
      write(one, out);
    }
    put(">>");
  } else if (isStream(value)) {
    write(new Map([...value.dict, ["Length", value.bytes.length]]), out);
    put("\nstream\n");
    out.push(Buffer.from(value.bytes));
    put("\nendstream");
  } else if (isRef(value)) put(`${value.number} ${value.generation} R`);
  else if (isName(value)) put(printName(value.name));
  else put(printString(value as PdfString));
}

function printName(name: string): string {
  return `/${Buffer.from(name, "latin1")
    .toString("latin1")
    .replace(/[^!-~]|[#()<>[\]{}/%]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
}

function printString({ bytes }: PdfString): string {
  return `<${Buffer.from(bytes).toString("hex")}>`;
}
