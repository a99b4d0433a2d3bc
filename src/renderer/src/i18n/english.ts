import { type CommandId, commands } from "../../../shared/contract/commands.ts";
import { analysis } from "./en/analysis.ts";
import { annotate } from "./en/annotate.ts";
import { claims } from "./en/claims.ts";
import { codebook } from "./en/codebook.ts";
import { filter } from "./en/filter.ts";
import { history } from "./en/history.ts";
import { library } from "./en/library.ts";
import { keeping } from "./en/maintenance.ts";
import { pages } from "./en/pages.ts";
import { papers } from "./en/papers.ts";
import { quick } from "./en/quick.ts";
import { reader } from "./en/reader.ts";
import { reports } from "./en/reports.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { versions } from "./en/versions.ts";

type CommandMessages = Readonly<Record<`command.${CommandId}`, string>>;

/** The labels are in the command table, where the desktop menu finds them too. */
const commandLabels = Object.fromEntries(commands.map(({ id, label }) => [`command.${id}`, label])) as CommandMessages;

/** Every message of the interface in ICU MessageFormat, one file by feature. A new feature adds its file here. */
export const english = {
  ...commandLabels,
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

export type MessageId = keyof typeof english;
export type Messages = Readonly<Record<MessageId, string>>;
