import type { Catalogue, SpokenLanguage } from "./message.ts";
import { changes } from "./ur/changes.ts";
import { cli } from "./ur/cli.ts";
import { codebook } from "./ur/codebook.ts";
import { general } from "./ur/general.ts";
import { library } from "./ur/library.ts";
import { ocr } from "./ur/ocr.ts";
import { papers } from "./ur/papers.ts";

const urdu: Catalogue = { ...changes, ...cli, ...codebook, ...general, ...library, ...ocr, ...papers };

/** Every sentence in Urdu; one without its Urdu does not compile. */
export const inUrdu: SpokenLanguage = { locale: "ur", catalogue: urdu };
