import type { scale as inEnglish } from "../en/scale.ts";

/** The scale in Urdu: each name as it stands beside a claim. */
export const scale: Readonly<Record<keyof typeof inEnglish, string>> = {
  "scale.supports": "حمایت",
  "scale.opposes": "مخالفت",
  "scale.neutral": "غیر جانبدار",
  "scale.mixed": "ملا جلا",
  "scale.unclear": "غیر واضح",
  "scale.none": "کوئی موقف نہیں",
};
