import { analysis } from "./en/analysis.ts";
import { changes } from "./en/changes.ts";
import { cli } from "./en/cli.ts";
import { codebook } from "./en/codebook.ts";
import { desktop } from "./en/desktop.ts";
import { documents } from "./en/documents.ts";
import { done } from "./en/done.ts";
import { general } from "./en/general.ts";
import { history } from "./en/history.ts";
import { library } from "./en/library.ts";
import { ocr } from "./en/ocr.ts";
import { papers } from "./en/papers.ts";
import { report } from "./en/report.ts";
import { scale } from "./en/scale.ts";
import { versions } from "./en/versions.ts";

/** Every sentence that services and hosts say, in ICU MessageFormat as `format.ts` reads it, one file by subject. */
export const english = {
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
} as const;
