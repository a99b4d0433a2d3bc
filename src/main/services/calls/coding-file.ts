import { z } from "zod";
import type { CodingRow } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";

const text = z.string().trim();
const number = z.union([text.regex(/^\d*$/, "a whole number"), z.number().transform(String)]);

/** A line of `annotate --from`. Empty cells mean "not said". `issue` and `stance` may hold several, parted by semicolons, in pairs. */
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
    if (typeof index !== "number") throw new WorkbenchError("invalid", message("table.notClaims"));
    const wrong = { row: index + 1, field: String(field ?? "row") };
    throw new WorkbenchError("invalid", message("table.wrongRow", wrong));
  }
  return lines.data.map((line, index) => {
    const stances = several(line.stance);
    const strength = whole(line.strength, 3, index, "strength");
    const row = {
      paper: line.paper || paper,
      quote: line.quote,
      nth: whole(line.nth, 1_000_000, index, "nth"),
      positions: several(line.issue).map((issue, at) =>
        defined({ issue, stance: stances[at] ?? stances[0], strength }),
      ),
      actor: line.actor || undefined,
      certainty: whole(line.certainty, 5, index, "certainty"),
      note: line.note || undefined,
      coder: line.coder || undefined,
    };
    return defined(row);
  });
}

function several(cell: string): string[] {
  return cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function whole(cell: string, most: number, index: number, field: string): number | undefined {
  if (cell === "") return undefined;
  const value = Number(cell);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new WorkbenchError("invalid", message("table.notWhole", { row: index + 1, field, most }));
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** The same object without what is undefined: absent and undefined are different things in the contract. */
function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<Value>;
}
