import path from "node:path";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { readNumberedCsv } from "../files/csv.ts";
import { isTooHeavy } from "../files/json-weight.ts";
import { readText } from "./encoding.ts";

/** A file that should hold a table or JSON, by the ending of its name. */
export type TableFile = Readonly<{ name: string; bytes: Uint8Array }>;

/**
 * What a table file holds, and the number of each row: as a spreadsheet shows it, or the place in a JSON list, from 1.
 */
export type FileTable = Readonly<{ value: unknown; numbers: readonly number[] }>;

/** The most lines a table may have, and bytes of its file. */
const maxLines = 500_000;
const maxBytes = 64 * 1024 * 1024;

/**
 * What a table file holds: the rows of a CSV by its head line, or the value of a JSON. Its form is the caller's to
 * check. Throws `invalid` when it is neither, `limit` when it is too long.
 */
export function readTable({ name, bytes }: TableFile): FileTable {
  const json = path.extname(name).toLowerCase() === ".json";
  if (bytes.length > maxBytes || (json && isTooHeavy(bytes)))
    throw new WorkbenchError("limit", message("table.tooLarge", { name }));
  const { text } = readText(name, bytes);
  const table = parsed(name, text, json);
  if (table.numbers.length > maxLines)
    throw new WorkbenchError("limit", message("table.tooManyLines", { name, most: maxLines }));
  return table;
}

function parsed(name: string, text: string, json: boolean): FileTable {
  try {
    if (json) return withPlaces(JSON.parse(text));
    const { rows, numbers } = readNumberedCsv(text);
    return { value: rows, numbers };
  } catch (error) {
    throw new WorkbenchError("invalid", message(json ? "table.notJson" : "table.notCsv", { name }), error);
  }
}

function withPlaces(value: unknown): FileTable {
  const list = typeof value === "object" && value !== null && "codebook" in value ? value.codebook : value;
  return { value, numbers: Array.isArray(list) ? list.map((_, index) => index + 1) : [] };
}
