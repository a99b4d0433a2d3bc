import { urduCommands } from "../../../shared/contract/commands-ur.ts";
import type { Messages } from "./english.ts";
import { analysis } from "./ur/analysis.ts";
import { annotate } from "./ur/annotate.ts";
import { claims } from "./ur/claims.ts";
import { codebook } from "./ur/codebook.ts";
import { filter } from "./ur/filter.ts";
import { history } from "./ur/history.ts";
import { library } from "./ur/library.ts";
import { keeping } from "./ur/maintenance.ts";
import { pages } from "./ur/pages.ts";
import { papers } from "./ur/papers.ts";
import { quick } from "./ur/quick.ts";
import { reader } from "./ur/reader.ts";
import { reports } from "./ur/reports.ts";
import { settings } from "./ur/settings.ts";
import { shell } from "./ur/shell.ts";
import { versions } from "./ur/versions.ts";

/** Every message in Urdu, one file by feature as in English. A message without its Urdu does not compile. */
export const urdu: Messages = {
  ...urduCommands,
  ...shell,
  ...versions,
  ...settings,
  ...reader,
  ...pages,
  ...annotate,
  ...library,
  ...papers,
  ...claims,
  ...analysis,
  ...codebook,
  ...filter,
  ...history,
  ...quick,
  ...reports,
  ...keeping,
};
