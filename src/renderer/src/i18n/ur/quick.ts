import type { quick as english } from "../en/quick.ts";

export const quick = {
  "quick.toolbar": "منتخب متن",
  "quick.code": "کوڈنگ…",
  "quick.issue": "مسئلہ",
  "quick.allIssues": "تمام مسائل",
  "quick.actor": "فریق",
  "quick.actorIs": "فریق: {name}",
  "quick.noActor": "کوئی فریق نہیں",
  "quick.note": "نوٹ شامل کریں…",
  "quick.link": "کسی اور دعوے سے جوڑیں…",
  "quick.copy": "حوالے کے ساتھ کاپی کریں",
  "quick.search": "یہ متن تمام مقالوں میں تلاش کریں",
  "quick.onlySpace": "صرف خالی جگہ منتخب ہے۔ کوڈنگ کے لیے الفاظ منتخب کریں۔",
  "quick.codedAlready": "اس متن پر یہ دعویٰ پہلے سے موجود ہے۔ اب وہی منتخب ہے۔",
  "quick.hasIssue": "اس دعوے میں مسئلہ {name} پہلے سے موجود ہے۔",
  "quick.saved": "دعویٰ محفوظ ہو گیا: {actor}، {saying}",
} as const satisfies Record<keyof typeof english, string>;
