import fc from "fast-check";
import { expect, test } from "vitest";
import { detailsTable, namePattern } from "./file-details.ts";

test.each<[string, string, object | null]>([
  [
    "{author} - {date} - {title}",
    "Lind - 2021 - Harbour dues.pdf",
    { authors: ["Lind"], date: "2021", title: "Harbour dues" },
  ],
  [
    "{author}_{date}_{title}",
    "Ada Lind_20210309_Harbour_dues.pdf",
    { authors: ["Ada Lind"], date: "2021-03-09", title: "Harbour dues" },
  ],
  ["{date} {title}", "2021-03 Dues (final).v2.docx", { date: "2021-03", title: "Dues (final).v2" }],
  [
    "{author} ({date})",
    "Lind; Bo Ek & Cy Dal (2021_03_09).pdf",
    { authors: ["Lind", "Bo Ek", "Cy Dal"], date: "2021-03-09" },
  ],
  ["{any}-{title}", "0017-Dues.pdf", { title: "Dues" }],
  ["[{Title}]", "[Dues].txt", { title: "Dues" }],
  ["{title} – {DATE}", "بندرگاہ – 2021.pdf", { title: "بندرگاہ", date: "2021" }],
  ["{author} - {title}", "Dues.pdf", null],
  ["{date} {title}", "March Dues.pdf", null],
])("%s reads %s", (pattern, name, details) => {
  expect(namePattern(pattern)(name)).toEqual(details);
});

test.each(["{titel}", "{title} {title}", "no braces", "{any}", ""])("the pattern “%s” is refused", (pattern) => {
  expect(() => namePattern(pattern)).toThrow("is not a pattern of file names");
});

test("whatever a pattern and a name are, they are read or refused", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: "grapheme" }), (start, name) => {
      const read = namePattern(`${start.replace(/[{}]/g, "")}{title}`);
      expect(read(`${start.replace(/[{}]/g, "")}x${name}`)?.title).not.toBe("");
    }),
  );
});

test("a table gives details by names or paths, in any case of letters", () => {
  const find = detailsTable([
    { File: "Dues.PDF", Title: "Harbour dues", Authors: "Ada Lind; Bo Ek", Date: 2021 },
    { File: "sub\\other.txt", Title: "", Author: "Cy Dal" },
    { File: "", Title: "nothing" },
  ]);
  expect(find?.("reports/2021/dues.pdf")).toEqual({
    title: "Harbour dues",
    authors: ["Ada Lind", "Bo Ek"],
    date: "2021",
  });
  expect(find?.("reports/sub/Other.txt")).toEqual({ authors: ["Cy Dal"] });
  expect(find?.("other.txt")).toBeNull();
});

test.each<[string, unknown]>([
  ["claims", [{ paper: "a", quote: "b" }]],
  ["a list of files alone", [{ file: "a" }]],
  ["no rows", []],
  ["no table", { file: "a", title: "b" }],
])("%s is no table of details", (_, table) => {
  expect(detailsTable(table)).toBeNull();
});
