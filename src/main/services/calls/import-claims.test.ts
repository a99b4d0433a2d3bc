import { beforeEach, expect, onTestFinished, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

const paper =
  "# Water\n\nThe ministry wants a tariff. The union wants a delay. Residents want meters. Farmers reject it.\n";

let workbench: OpenWorkbench;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
type Imported = Readonly<{ added: number; failed: readonly object[] }>;
const imported = async (text: string, name = "rows.csv", into?: string): Promise<Imported> =>
  inWords(
    await workbench.importClaims({ name, bytes: bytesOf(text), ...(into === undefined ? {} : { paper: into }) }),
  ) as Imported;

beforeEach(async () => {
  const folder = await temporaryFolder();
  workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  await workbench.importPaper({ name: "water.md", bytes: bytesOf(paper) });
});

test.each([
  ["commas", "paper,quote,issue,stance\nWater,Farmers reject it.,Tariff,opposes\n"],
  ["semicolons", "paper;quote;issue;stance\nWater;Farmers reject it.;Tariff;opposes\n"],
  ["tabs", "paper\tquote\tissue\tstance\nWater\tFarmers reject it.\tTariff\topposes\n"],
  [
    "a sep= line and a byte order mark",
    "\ufeffsep=,\r\npaper,quote,issue,stance\r\nWater,Farmers reject it.,Tariff,-\r\n",
  ],
  ["heads in another case and order", "STANCE,Issue,Quote,Paper\nopposes,Tariff,Farmers reject it.,Water\n"],
])("a table with %s makes its claim", async (_, csv) => {
  expect(await imported(csv)).toMatchObject({ added: 1, existing: 0, failed: [] });
  expect(await imported(csv)).toMatchObject({ added: 0, existing: 1, failed: [] });
});

test("the right rows come in; each wrong one is listed with the number that a spreadsheet shows for it", async () => {
  const csv = `paper,quote,issue,stance,certainty
Water,"The ministry
wants a tariff.",Tariff,supports,3

Water,The union wants a delay.,Tariff,opposes,high
Water,Residents want meters.,Tariff,suports,2
Water,The union wants a delay.,A; B; C,supports; opposes,
Water,nowhere,Tariff,supports,
Water,Farmers reject it.,Health\\; safety,opposes,
`;
  const { added, failed } = await imported(csv);
  expect(added).toBe(2);
  expect(failed).toEqual([
    { row: 4, reason: expect.stringContaining("certainty") },
    { row: 5, reason: expect.stringContaining("suports") },
    { row: 6, reason: expect.stringContaining("3 issues but 2") },
    { row: 7, reason: expect.stringContaining("does not occur") },
  ]);
  expect(Object.values((await workbench.state({})).library.issues).map(({ name }) => name)).toContain("Health; safety");
});

test("a table without papers means the paper that is given; a JSON list counts from 1", async () => {
  expect(await imported("quote\nFarmers reject it.\n")).toMatchObject({ added: 0, failed: [{ row: 2 }] });
  expect(await imported("quote\nFarmers reject it.\n", "rows.csv", "Water")).toMatchObject({ added: 1 });
  const rows = JSON.stringify([{ quote: "nowhere" }, { quote: "Residents want meters." }]);
  expect(await imported(rows, "rows.json", "Water")).toMatchObject({ added: 1, failed: [{ row: 1 }] });
});

test.each([
  ["quote\n", /rows\.csv contains no claims/],
  ["a,b\n1,2\n", /no column “quote”/],
])("%j is refused as a whole, and nothing changes", async (csv, sentence) => {
  const before = (await workbench.state({})).library;
  await expect(workbench.importClaims({ name: "rows.csv", bytes: bytesOf(csv) })).rejects.toThrow(sentence);
  expect((await workbench.state({})).library).toEqual(before);
});

test("what was exported as CSV adds nothing when it comes back, with several positions as one claim", async () => {
  await imported(
    "paper,quote,issue,stance\nWater,Farmers reject it.,Tariff; Meters,opposes;\nWater,The union,Tariff,\n",
  );
  const before = (await workbench.state({})).library;
  const [only] = Object.values(before.papers);
  if (only === undefined) throw new Error("The paper was not imported.");
  const { bytes } = await workbench.exportPaper({ paper: only.id, format: "csv" });
  expect(inWords(await workbench.importClaims({ name: "Water.csv", bytes }))).toEqual({
    added: 0,
    existing: 2,
    failed: [],
    notices: [],
  });
  expect((await workbench.state({})).library).toEqual(before);
});
