import { changes } from "./en/changes.ts";
import { cli } from "./en/cli.ts";
import { codebook } from "./en/codebook.ts";
import { general } from "./en/general.ts";
import { library } from "./en/library.ts";
import { papers } from "./en/papers.ts";
import { versions } from "./en/versions.ts";

/** Every sentence that services and hosts say, in ICU MessageFormat as `format.ts` reads it, one file by subject. */
export const english = { ...changes, ...cli, ...codebook, ...general, ...library, ...papers, ...versions } as const;
