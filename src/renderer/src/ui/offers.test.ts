import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKey } from "../../../shared/text/names.ts";
import { afterEnter, type Candidate, offersFor } from "./offers.ts";

const named = (...names: string[]): Candidate[] => names.map((name) => ({ id: name, name, names: [name] }));

/** What the field holds after a name is typed and Enter is pressed until a row is taken. */
function entered(existing: readonly string[], typed: string): string {
  const list = offersFor(named(...existing), typed);
  let { highlighted } = list;
  for (let times = 0; times < 3; times++) {
    const { take, highlighted: next } = afterEnter(list, highlighted);
    if (take !== null) return take.name;
    highlighted = next;
  }
  return "";
}

test.each<[string[], string]>([
  [["COVID"], "COVID-19"],
  [["Phase 1"], "Phase 10"],
  [["EU"], "EU+3"],
  [["Who pays"], "Who pays?"],
  [["Energy"], "Energy-mix"],
  [["Roads"], "refugees"],
  [["Roads"], "Red Cross"],
  [["Roads"], "2030 targets"],
  [["Roads"], "2nd Committee"],
  [["Iran"], "Iraq"],
  [["Pêche"], "Péché"],
  [["Water"], "-1"],
  [["Water"], "+"],
  [["Water"], "?"],
  [["Water"], "~"],
  // A name that another one begins with, or has as a word.
  [["Phase 10"], "Phase 1"],
  [["EU+3"], "EU"],
  [["COVID-19"], "COVID"],
  [["Red Cross"], "Red"],
  [["Trade with Kenya"], "Kenya"],
  [["Who pays", "Roads"], "pays"],
  [["水質"], "水"],
  [["กรุงเทพ"], "กรุง"],
  [["G20"], "G2"],
])("with %j in the codebook, %s is what is typed", (existing, typed) => {
  expect(entered(existing, typed)).toBe(typed);
});

test.each<[string[], string, string]>([
  [["Economy", "Energy"], "econ", "Economy"],
  [["Who pays", "Roads"], "pay", "Who pays"],
  [["Government of Kenya"], "ken", "Government of Kenya"],
  [["Красный Крест"], "крас", "Красный Крест"],
  [["Straße"], "STRASSE", "Straße"],
  [["CO₂"], "CO2", "CO₂"],
  [["Water", "Water pricing"], "water", "Water"],
  [["Water › Allocation"], "alloc", "Water › Allocation"],
])("with %j in the codebook, %s and Enter is %s", (existing, typed, taken) => {
  expect(entered(existing, typed)).toBe(taken);
});

test("names that differ by a slip come first, and nothing is highlighted", () => {
  expect(offersFor(named("Tariff", "Water"), "Tarrif")).toEqual({
    rows: [
      { kind: "similar", id: "Tariff", name: "Tariff" },
      { kind: "create", name: "Tarrif" },
    ],
    highlighted: -1,
  });
});

test("the last name of one path, typed in full, is that issue; of several paths none is highlighted", () => {
  const path = (...names: string[]): Candidate => {
    const whole = names.join(" › ");
    return { id: whole, name: whole, names: [whole], own: names.at(-1) ?? "" };
  };
  const paths = [path("Fruit"), path("Fruit", "Yellow"), path("Water"), path("Water", "Allocation")];
  const list = offersFor(paths, "allocation");
  expect(list.rows[list.highlighted]?.name).toBe("Water › Allocation");
  expect(offersFor([...paths, path("Leaf", "Yellow")], "yellow").highlighted).toBe(-1);
});

test("words inside a word are offered and not highlighted", () => {
  const { rows, highlighted } = offersFor(named("Undisclosed"), "disc");
  expect(rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["known Undisclosed", "create disc"]);
  expect(highlighted).toBe(1);
});

test("an alias is found, and its actor's name is taken", () => {
  const candidates: Candidate[] = [{ id: "1", name: "European Union", names: ["European Union", "EU"] }];
  expect(offersFor(candidates, "eu").rows[0]).toEqual({ kind: "known", id: "1", name: "European Union" });
});

test("nothing is offered for nothing, and no more than so many", () => {
  expect(offersFor(named("Water"), "  ")).toEqual({ rows: [], highlighted: -1 });
  const many = named(...Array.from({ length: 20 }, (_, index) => `Water ${index}`));
  expect(offersFor(many, "water", 7).rows).toHaveLength(8);
});

test("what is taken is the typed name, the same name, or a name of which a word begins so", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "B", " ", "1", "-", "?"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 6 }), name, (existing, typed) => {
      const known = existing.map((text) => text.trim()).filter((text) => text !== "");
      if (typed.trim() === "") return;
      const taken = entered(known, typed);
      const begins = taken
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .some((_, index, all) => all.slice(index).join(" ").startsWith(typed.trim().toLowerCase()));
      expect(
        nameKey(taken) === nameKey(typed) || begins || taken.toLowerCase().startsWith(typed.trim().toLowerCase()),
      ).toBe(true);
      if (!known.some((text) => nameKey(text) !== nameKey(typed) && nameKey(text).includes(nameKey(typed))))
        expect(nameKey(taken)).toBe(nameKey(typed));
    }),
  );
});
