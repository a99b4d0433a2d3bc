import { beforeEach, expect, onTestFinished, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

const weir = "# The Weir and the Mill\n\nThe weir stays closed. The mill wants the weir open. The mill waits.\n";
const dues = "# Harbour dues of the Weir\n\nThe council wants lower dues.\n";

let workbench: OpenWorkbench;

beforeEach(async () => {
  const folder = await temporaryFolder();
  workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  for (const [name, text] of Object.entries({ "weir.md": weir, "dues.md": dues }))
    await workbench.importPaper({ name, bytes: new TextEncoder().encode(text) });
});

test("a paper is found by what only it is called", async () => {
  const { library } = await workbench.state({});
  const [first] = Object.values(library.papers).filter((paper) => paper.fileName === "weir.md");
  if (first === undefined) throw new Error("The paper was not imported.");
  const accented = {
    ...library,
    papers: { [first.id]: { ...first, title: "E\u0301tude", fileName: "e\u0301tude.md" } },
  };
  for (const name of ["Étude", "étude.md", "étud"]) expect(findPaper(accented, name).id).toBe(first.id);
  for (const name of ["the weir AND the mill", " weir.md ", "and the mill", first.id, first.id.slice(0, 35)])
    expect([name, findPaper(library, name).id]).toEqual([name, first.id]);
});

test.each([
  ["Weir", /“Weir” matches 2 papers\. Use the identifier/],
  ["The", /There is no paper “The”/],
  ["Nowhere", /There is no paper “Nowhere”/],
  ["", /There is no paper/],
])("the name %j is refused", async (name, sentence) => {
  const { library } = await workbench.state({});
  expect(() => findPaper(library, name)).toThrow(sentence);
});

test.each([
  ["absent", undefined, /does not occur/],
  ["The mill", undefined, /“The mill” occurs 2 times .* Use --nth to say which one/],
  ["The mill", 4, /occurs only 2 times/],
])("the quote %j, number %s, is refused and nothing changes", async (quote, nth, sentence) => {
  const before = (await workbench.state({})).library;
  const which = nth === undefined ? {} : { nth };
  const result = await workbench.annotate({ rows: [{ paper: "weir.md", quote, ...which, positions: [] }] });
  expect(inWords(result)).toMatchObject({ added: [], failed: [{ row: 0, reason: expect.stringMatching(sentence) }] });
  expect((await workbench.state({})).library).toEqual(before);
});

test("rows that can be anchored are one change; what they name for the first time is reported once", async () => {
  const positions = [{ issue: "Water/Level", stance: "-" }];
  const result = await workbench.annotate({
    rows: [
      { paper: "weir.md", quote: "The weir stays closed", positions, actor: "Board" },
      { paper: "weir.md", quote: "not there", positions },
      { paper: "weir.md", quote: "The mill", nth: 2, positions, actor: "Board", coder: "Bo" },
    ],
  });
  expect(result.added.map((result) => result.row)).toEqual([0, 2]);
  expect(result.failed.map((failure) => failure.row)).toEqual([1]);
  expect(result.notices.filter((notice) => notice.values.name === "Board")).toHaveLength(1);
  const { library } = await workbench.state({});
  expect(Object.values(library.issues).map((issue) => issue.name)).toEqual(["Water", "Level"]);
  await workbench.undo({});
  expect(Object.values((await workbench.state({})).library.issues)).toEqual([]);
});
