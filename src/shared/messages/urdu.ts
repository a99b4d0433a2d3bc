import type { Catalogue, SpokenLanguage } from "./message.ts";
import { changes } from "./ur/changes.ts";
import { cli } from "./ur/cli.ts";
import { codebook } from "./ur/codebook.ts";
import { general } from "./ur/general.ts";
import { library } from "./ur/library.ts";
import { papers } from "./ur/papers.ts";
import { versions } from "./ur/versions.ts";

const urdu: Catalogue = { ...changes, ...cli, ...codebook, ...general, ...library, ...papers, ...versions };

/** Every sentence in Urdu; one without its Urdu does not compile. */
export const inUrdu: SpokenLanguage = { locale: "ur", catalogue: urdu };
