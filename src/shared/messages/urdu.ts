import type { Catalogue, SpokenLanguage } from "./message.ts";
import { analysis } from "./ur/analysis.ts";
import { changes } from "./ur/changes.ts";
import { cli } from "./ur/cli.ts";
import { codebook } from "./ur/codebook.ts";
import { desktop } from "./ur/desktop.ts";
import { documents } from "./ur/documents.ts";
import { done } from "./ur/done.ts";
import { general } from "./ur/general.ts";
import { history } from "./ur/history.ts";
import { library } from "./ur/library.ts";
import { ocr } from "./ur/ocr.ts";
import { papers } from "./ur/papers.ts";
import { report } from "./ur/report.ts";
import { scale } from "./ur/scale.ts";
import { versions } from "./ur/versions.ts";

const urdu: Catalogue = {
  ...analysis,
  ...changes,
  ...cli,
  ...codebook,
  ...desktop,
  ...documents,
  ...done,
  ...general,
  ...history,
  ...library,
  ...ocr,
  ...papers,
  ...report,
  ...scale,
  ...versions,
};

/** Every sentence in Urdu; one without its Urdu does not compile. */
export const inUrdu: SpokenLanguage = { locale: "ur", catalogue: urdu };
