import { english, type Messages } from "./english.ts";

/** Urdu; what is not translated is said in English. */
export const urdu: Messages = { ...english };
