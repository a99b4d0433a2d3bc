import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { wholePdf } from "../whole.cases.ts";

/** The headings and paragraphs of the HTML of a paper that has no other words. */
function contentsOf(name: string): string[] {
  const html = readFileSync(path.resolve(import.meta.dirname, "fixtures/printed", `${name}.html`), "utf8");
  return [...html.matchAll(/<(?:h\d|p)>([^<]+)</g)].map(([, text = ""]) => text);
}

/**
 * Papers that Chromium printed from the HTML beside them (`--print-to-pdf`, with `--disable-pdf-tagging` and without).
 */
const papers: Readonly<Record<string, readonly string[]>> = {
  numbers: [
    "Numbers at the Start of Paragraphs",
    "34.8% of respondents agreed with the plan, while the others did not answer the question that was put to them in the survey of the year before.",
    "3.5 million people fled the region in 2022, and a further million were expected to leave before the end of the following winter.",
    "–2.4 percentage points was the change in the index, which was the largest fall on record according to the national statistics office.",
    "-5% growth in exports was reported by the ministry for the quarter, a figure that observers call too optimistic.",
    "i.e. the committee did not agree, and the matter was sent back to the assembly for further study and a second reading in spring.",
    "1308.22 Excluded substances are named in the annex, with the day on which each of them was taken out of the schedule.",
    "0.4590 was the index of the first region, against 0.4560 in the second and 0.4470 in the third of them.",
    "3. Mai 2020 war der Tag, an dem die Verordnung in Kraft trat, und am Tag darauf begann die Kommission mit der Prüfung.",
    "The first measure was repealed.",
    "The second measure was not.",
    "The third was never in force.",
    "2007 estimates are preliminary and may be revised by the statistics office in later editions.",
    "30.5% is the share of households that did not respond to the survey of the year before.",
  ],
  raised: [
    "Figures That Stand Raised",
    "The fit was good (R2 = 0.87), the density was 5 µg/m3 and there were 106 units over 3 km2 of land, while X2 was 4.1 and χ2 was 2.",
    "The rate rose by 1⁄4 point to 5 3⁄8 per cent on the 21st day of the month, and by 10−3 of it later.",
    "Emissions of CO2, of N2O and of SO42− fell, Ca2+ did not, and 14C was found in each of the samples.",
    "As was shown before and elsewhere, and again in two studies of this kind, the towns of 2019 were poor.",
    "Where the sign is moved, the fit is R2 = 0.87 and the area 5 km2 as before, with CO2 at 105 units of it.",
  ],
  urdu: [
    "پانی کا بحران: Indus Basin کی رپورٹ",
    "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ انہیں ضمیر اور عقل ودیعت ہوئی ہے (دفعہ 1، 1948)۔",
    "وزارت نے 2021 میں 43.5% گھرانوں کو، یعنی 1,250 دیہات میں، World Bank کے تعاون سے پانی پہنچایا [جدول 3]۔",
    "حکومتِ پنجاب نے کہا کہ فیصلہ “غیر جانبدار” ہے، اور 14/8/2023 سے اطلاق ہو گا۔",
    "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق، وقد وهبوا عقلًا وضميرًا (المادة 1).",
  ],
  vowels: [
    "پاکستان اور IMF کا معاہدہ 2019",
    "حکومتِ پاکستان نے 3 جولائی 2019 کو آئی ایم ایف (IMF) کے ساتھ 6 ارب ڈالر کے پروگرام پر دستخط کیے۔ وزیرِ خزانہ نے کہا کہ ٹیکس کی شرح 17% سے بڑھ کر 18.5% ہو جائے گی۔",
    "زرِمبادلہ کے ذخائر ۱۵ ارب ڈالر تک پہنچ گئے؛ محمدصلى الله عليه وسلم، بِسْمِ اللّٰہِ الرَّحْمٰنِ الرَّحِیْمِ",
  ],
  names: [
    "Officials of the two states",
    "The officials were محمد عبد الله الصالح and أحمد بن عبد الرحمن السديري and خالد بن سلطان العبد العزيز in Riyadh.",
    "In 2011 the speaker فهمیدہ مرزا met راجہ پرویز اشرف and سید یوسف رضا گیلانی in the capital.",
    "See the notes (محمود and درويش) for more.",
  ],
  mixed: [
    "Two scripts",
    "On 5 May 2020 the party پاکستان مسلم لیگ (ن) won 82 seats.",
    "The ministry (وزارت خزانہ) paid 3,500 rupees in 2021 to the offices.",
    "Table 4 has نام 12, پتہ and three more, with the names (محمود and درويش).",
    "In 2019 محمد علي 45 members joined the council, and 12 left it.",
    "وزارت خزانہ (Ministry of Finance) نے 2021 میں 3,500 روپے ادا کیے۔",
    "کتاب “The Port” صفحہ 12 پر WTO اور IMF کا ذکر ہے، 5.5% اور 12-15 فیصد۔",
    "آرٹیکل 19-A کے تحت (Right to Information Act 2013) شہری درخواست دے سکتے ہیں۔",
    "قال Smith (2019) إن 45% من الناس في 12 دولة يعرفون COVID-19.",
  ],
  turned: [
    "Rainfall in Two Districts",
    "The provincial government announced in March that the reservoirs would be drained before the monsoon, differently from what the office had first said, so that the spillways could be repaired.",
    "Farmers along the lower canal, who had not been asked, protested at the gates of the department for nine days.",
  ],
  "first-letters": [
    "Water and Power",
    "The provincial government announced in March that the reservoirs above the two districts would be drained before the monsoon, so that the spillways could be repaired, and softly increased the fees.",
    "A court stopped the work in April, since nobody who lived along the lower canal had been asked, and the papers of the department have not been opened to this day by anyone at all.",
    "Mail: U.S. Department of Transportation, Docket Operations, Room W12-140, 1200 New Jersey Avenue SE, Washington, DC.",
    "This section shall not be construed as limiting the authority of the Secretary under any other law of the States.",
  ],
  newspaper: contentsOf("newspaper"),
  // The file says which letters the glyphs stand for (`ActualText`), in spans that PDFium takes for several.
  indic: contentsOf("indic"),
  "side-heads": [
    "Water and the Courts",
    "Background",
    "The provincial government announced in March that the reservoirs above the two districts would be drained before the monsoon, so that the spillways could be repaired. Farmers along the lower canal, who had not been asked, protested at the gates of the department for nine days.",
    "What the court said",
    "The minister said that nobody would lose water for longer than a week, but the engineers who had written the plan spoke of six weeks at the least. A court stopped the work in April, and what has happened then is told differently by each side.",
    "The papers of the department have not been opened to this day, although both of the parties to the case had asked for them in the spring of the year, when the judges met again to hear what the office had to say about its gauges.",
  ],
};

const read = async (name: string): Promise<{ title: string | null; content: PaperContent }> => {
  const { title, content } = await wholePdf(
    readFileSync(path.resolve(import.meta.dirname, "fixtures/printed", `${name}.pdf`)),
  );
  return { title, content };
};
const blocksOf = ({ text, blocks }: PaperContent): string[] => blocks.map(({ start, end }) => text.slice(start, end));

test.each(
  Object.entries(papers).flatMap(([name, want]) => [name, `${name}-tagged`].map((file) => [file, want] as const)),
)("printed by Chromium: %s.pdf reads as its page does", async (name, want) => {
  const { title, content } = await read(name);
  expect(blocksOf(content)).toEqual(want);
  expect(title).toBe(want[0]);
});

test.each(["raised", "raised-tagged"])("marks of notes in %s.pdf are links and leave nothing behind", async (name) => {
  const { content } = await read(name);
  const links = content.blocks
    .flatMap((block) => block.marks)
    .flatMap((mark) => (mark.kind === "link" ? [[content.text.slice(mark.end - 3, mark.end), mark.href]] : []));
  expect(links).toEqual([
    ["ore", "#note-3"],
    ["re,", "#note-4"],
    ["ain", "#note-5"],
    ["ies", "#note-6"],
    ["ies", "#note-7"],
    ["nd,", "#note-†"],
    ["wns", "#note-*"],
    ["019", "#note-12"],
    ["re,", "#note-8"],
  ]);
});

test("items keep their marks beside their text, and a right-to-left paper its direction", async () => {
  const { content } = await read("numbers");
  expect(content.blocks.flatMap((block) => (block.kind === "listItem" ? [block.marker] : []))).toEqual([
    "1.",
    "(b)",
    "•",
  ]);
  const urdu = await read("urdu");
  expect(urdu.content.blocks.map((block) => block.direction)).toEqual(["rtl", "rtl", "rtl", "rtl", "rtl"]);
});

test("Latin sentences with Arabic names keep their direction", async () => {
  const { content } = await read("names");
  expect(content.blocks.map((block) => block.direction)).toEqual(["ltr", "ltr", "ltr", "ltr"]);
});

test("a ligature of a turned page has one place, as high as its line", async () => {
  const { content, geometry } = await wholePdf(
    readFileSync(path.resolve(import.meta.dirname, "fixtures/printed/turned.pdf")),
  );
  expect(geometry).not.toBeNull();
  expect(content.text).toContain("differently");
});

test("a note, its raised mark, an address and a table in Urdu, as LibreOffice exports office.fodt", async () => {
  const { content } = await read("office");
  const texts = blocksOf(content);
  expect(texts).toContain("وزارت خزانہ، 2019، صفحہ 12۔");
  expect(texts).toContain("صوبہ\t2013\t2018\nپنجاب\t57.1\t55.0\nخیبر پختونخوا\t45.4\t43.5");
  expect(content.text).toContain("دستخط کیے۔ شرح 17% سے بڑھ کر 18.5% ہو گئی [جدول 3]، اور");
  expect(content.text).toContain("رابطہ: info@sbp.org.pk یا www.sbp.org.pk پر، فون 021-111-727-273۔");
  const links = content.blocks.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === "link" ? [mark.href] : [])),
  );
  expect(links).toContain("#note-1");
});
