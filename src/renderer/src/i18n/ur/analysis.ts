import type { analysis as english } from "../en/analysis.ts";

export const analysis = {
  "analysis.name": "تجزیہ",
  "analysis.matrix": "مسائل",
  "analysis.actors": "فریق",
  "analysis.timeline": "وقت کے ساتھ",
  "analysis.network": "جال",
  "analysis.contradictions": "تضادات",
  "analysis.ach": "مفروضے",
  "analysis.as.svg": "SVG",
  "analysis.as.png": "PNG",
  "analysis.as.csv": "اعداد (CSV)",
  "analysis.table": "یہی جدول میں",
  "analysis.passages": "{count, plural, one {اس نشان کے پیچھے # اقتباس} other {اس نشان کے پیچھے # اقتباسات}}",
  "analysis.close": "اقتباسات بند کریں",
  "analysis.nothing": "ابھی دکھانے کو کچھ نہیں۔",
  "analysis.none": "اس لائبریری میں ابھی کوئی متبادل مفروضے نہیں رکھے گئے۔",
  "analysis.keep": "فائل کے طور پر رکھیں",
} as const satisfies Record<keyof typeof english, string>;
