import { expect, test } from "vitest";
import { findDetails, namePattern } from "./file-details.ts";
import { type FoundPaper, type PlannedFile, plannedPapers } from "./import-plan.ts";

const found: FoundPaper = { format: "text", title: "Own title", authors: ["Ada"], date: "2020", sha256: "a" };
const file = (within: string, one: FoundPaper | null = found): PlannedFile => ({ within, found: one, inLibrary: null });

test("details from outside come before those of the file, part by part", () => {
  const detailsOf = findDetails(null, [(name) => (name === "b.txt" ? { title: "The gates" } : null)]);
  const plan = plannedPapers([file("a.txt"), file("b.txt", { ...found, sha256: "b" }), file("c.pdf", null)], detailsOf);
  expect(plan).toEqual([
    { title: "Own title", authors: ["Ada"], date: "2020", inLibrary: null, copyOf: null },
    { title: "The gates", authors: ["Ada"], date: "2020", inLibrary: null, copyOf: null },
    { title: null, authors: [], date: null, inLibrary: null, copyOf: null },
  ]);
});

test("a copy of a file names the first one; a paper of the library is named by its title", () => {
  const plan = plannedPapers([file("a.txt"), file("x/b.txt"), { ...file("c.txt"), inLibrary: "Ferries" }], () => ({}));
  expect(plan.map(({ copyOf, inLibrary }) => [copyOf, inLibrary])).toEqual([
    [null, null],
    ["a.txt", null],
    ["a.txt", "Ferries"],
  ]);
});

test("a table comes before the file's name, which is read without its folders", () => {
  const detailsOf = findDetails(namePattern("{author} - {title}"), [
    (name) => (name === "x/Lind - Dues.txt" ? { title: "Harbour dues" } : null),
  ]);
  expect(detailsOf("x/Lind - Dues.txt")).toEqual({ authors: ["Lind"], title: "Harbour dues" });
  expect(detailsOf("y/Ek - Gates.txt")).toEqual({ authors: ["Ek"], title: "Gates" });
  expect(detailsOf("z.txt")).toEqual({});
});
