import { z } from "zod";
import type { CodingRow } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";

const text = z.string().trim();
const number = z.union([text.regex(/^\d*$/, "a whole number"), z.number().transform(String)]);

/** A line of `annotate --from`. Empty cells mean "not given". `issue` and `stance` may hold as many as each other, separated by semicolons, in pairs; an empty stance is no stance. */
const Line = z.object({
  paper: text.default(""),
  quote: text.max(100_000),
  nth: number.default(""),
  issue: text.max(2000).default(""),
  stance: text.default(""),
  actor: text.max(300).default(""),
  strength: number.default(""),
  certainty: number.default(""),
  note: text.max(20_000).default(""),
  coder: text.max(300).default(""),
});

/** Rows of a table of claims. `paper` is used where a line names none. Throws `invalid` naming the first line that is wrong. */
export function codingRows(table: unknown, paper = ""): CodingRow[] {
  const lines = z.array(Line).safeParse(table);
  if (!lines.success) {
    const [index, field] = lines.error.issues[0]?.path ?? [];
    const where = typeof index === "number" ? ` Row ${index + 1} is wrong at “${String(field ?? "row")}”.` : "";
    throw new WorkbenchError("invalid", `This is not a table of claims.${where}`);
  }
  return lines.data.map((line, index) => {
    const stances = several(line.stance, several(line.issue).length);
    const issues = several(line.issue, stances.length);
    if (stances.length > 0 && stances.length !== issues.length)
      throw new WorkbenchError(
        "invalid",
        `Row ${index + 1} is wrong at “stance”: the numbers of issues (${issues.length}) and stances (${stances.length}) differ.`,
      );
    const strength = whole(line.strength, 3, index, "strength");
    const row = {
      paper: line.paper || paper,
      quote: line.quote,
      nth: whole(line.nth, 1_000_000, index, "nth"),
      positions: issues.flatMap((issue, at) => {
        const stance = stances[at] || undefined;
        if (issue === "" && stance !== undefined)
          throw new WorkbenchError("invalid", `Row ${index + 1} is wrong at “issue”: “${stance}” has no issue.`);
        return issue === "" ? [] : [defined({ issue, stance, strength })];
      }),
      actor: line.actor || undefined,
      certainty: whole(line.certainty, 5, index, "certainty"),
      note: line.note || undefined,
      coder: line.coder || undefined,
    };
    return defined(row);
  });
}

/** The entries of a cell, empty ones included. A semicolon after the last counts for nothing where that gives as many as `wanted`. */
function several(cell: string, wanted = 0): string[] {
  const parts = cell === "" ? [] : cell.split(";").map((part) => part.trim());
  return parts.length === wanted + 1 && wanted > 0 && parts.at(-1) === "" ? parts.slice(0, -1) : parts;
}

function whole(cell: string, most: number, index: number, field: string): number | undefined {
  if (cell === "") return undefined;
  const value = Number(cell);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new WorkbenchError(
    "invalid",
    `Row ${index + 1} is wrong at “${field}”: it must be a whole number from 1 to ${most}.`,
  );
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** The same object without what is undefined: absent and undefined are different things in the contract. */
function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<Value>;
}
