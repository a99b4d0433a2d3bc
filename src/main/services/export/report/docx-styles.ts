import { type IStylesOptions, LineRuleType } from "docx";
import { soft } from "./docx-text.ts";

/**
 * Languages that a word processor checks the spelling by: of the report's own words, of right-to-left and of East Asian
 * ones.
 */
const language = { value: "en-GB", bidirectional: "ur-PK", eastAsia: "zh-CN" };
const font = { ascii: "Calibri", hAnsi: "Calibri", cs: "Arial", eastAsia: "SimSun" };

/** How a report looks, by the names its paragraphs bear. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, language },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font, size: 40, bold: true }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { font, size: 28, bold: true },
      paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 23, bold: true },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "Unlisted",
      name: "Heading without entry",
      basedOn: "Normal",
      run: { size: 28, bold: true },
      paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
    },
    {
      id: "PairTitle",
      name: "Contradiction",
      basedOn: "Normal",
      run: { size: 20, bold: true },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
    },
    {
      id: "Source",
      name: "Source of a quote",
      basedOn: "Normal",
      run: { size: 18, color: "333333" },
      paragraph: { spacing: { after: 10 }, keepNext: true },
    },
    {
      id: "Details",
      name: "Details of a quote",
      basedOn: "Normal",
      run: { size: 16, color: soft },
      paragraph: { spacing: { after: 20 } },
    },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: { size: 17 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: "CellRoot", name: "Cell of a root", basedOn: "Cell", run: { bold: true } },
    { id: "CellHead", name: "Cell of head or foot", basedOn: "Cell", run: { bold: true } },
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      run: { size: 18, color: soft },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      run: { size: 21 },
      paragraph: { spacing: { before: 120, after: 20 }, keepNext: true, keepLines: true },
    },
  ],
};
