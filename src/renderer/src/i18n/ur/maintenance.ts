import type { keeping as english } from "../en/maintenance.ts";

export const keeping = {
  "keeping.title": "بیک اپ، جانچ اور مرمت",
  "keeping.damaged": "یہ لائبریری خراب ہے",
  "keeping.setAside": "کچھ حذف نہیں ہوتا: خراب فائلیں لائبریری کے فولڈر میں ایک الگ فولڈر میں منتقل کر دی جاتی ہیں۔",
  "keeping.continue": "جو پڑھا جا سکا، اسی سے جاری رکھیں",
  "keeping.repaired":
    "{count, plural, one {# اندراج بحال ہوا} other {# اندراجات بحال ہوئے}}۔ خراب فائلیں لائبریری کے فولڈر میں {folder} میں ہیں۔ آپ اسے واپس لے سکتے ہیں۔",
  "keeping.backups": "بیک اپ",
  "keeping.backupsWhat":
    "روزانہ ایک بیک اپ بنتا ہے اور لکھے جانے کے بعد اس کی جانچ ہوتی ہے۔ پچھلے دنوں، ہفتوں اور مہینوں کے بیک اپ محفوظ رہتے ہیں۔",
  "keeping.when": "{date}، {time}",
  "keeping.size": "{size} کلوبائٹ",
  "keeping.restore": "بحال کریں…",
  "keeping.restoreStep": "بحالی سے کیا ہوگا",
  "keeping.restoreCanUndo": "بعد میں آپ اسے واپس لے سکتے ہیں۔",
  "keeping.restoreNow": "یہ بیک اپ بحال کریں",
  "keeping.cancel": "منسوخ کریں",
  "keeping.restoreOf": "{when} کا بیک اپ بحال کریں",
  "keeping.restored": "{when} کا بیک اپ بحال ہو گیا۔ آپ اسے واپس لے سکتے ہیں۔",
  "keeping.restoredDamaged":
    "{when} کا بیک اپ بحال ہو گیا۔ خراب فائلیں الگ فولڈر میں منتقل کر دی گئیں۔ آپ اسے واپس لے سکتے ہیں۔",
  "keeping.backUp": "ابھی بیک اپ بنائیں",
  "keeping.kept": "بیک اپ بن گیا اور اس کی جانچ ہو گئی۔",
  "keeping.check": "لائبریری کی جانچ",
  "keeping.checkWhat": "ہر فائل کا چیک سم، پوری سرگزشت، ہر اقتباس کا مقام اور ہر بیک اپ جانچا جاتا ہے۔",
  "keeping.checkNow": "ابھی جانچیں",
  "keeping.checking": "جانچ جاری ہے…",
  "keeping.noProblems": "کوئی خرابی نہیں ملی۔",
  "keeping.problems": "{count, plural, one {# خرابی ملی:} other {# خرابیاں ملیں:}}",
  "keeping.conflicts": "کہیں اور کی گئی تبدیلیاں",
  "keeping.mergeWhat":
    "انضمام ایک ہی تبدیلی ہے جسے آپ واپس لے سکتے ہیں۔ جہاں دونوں طرف ایک ہی چیز بدلی ہو، وہاں اس لائبریری والی صورت برقرار رہتی ہے۔",
  "keeping.merge": "ضم کریں",
  "keeping.merged": "{count, plural, one {# اندراج ضم کیا گیا۔} other {# اندراجات ضم کیے گئے۔}}",
  "keeping.bundleKept": "لائبریری فائل محفوظ ہو گئی: {where}۔",
  "keeping.bundleCopied":
    "یہ لائبریری اب فائل کے عین مطابق ہے: {papers, plural, one {# مقالہ} other {# مقالے}}، {changes, plural, one {# تبدیلی} other {# تبدیلیاں}}۔",
  "keeping.bundleMerged":
    "{papers, plural, =0 {کوئی نیا مقالہ درآمد نہیں ہوا} one {# نیا مقالہ درآمد ہوا} other {# نئے مقالے درآمد ہوئے}}؛ {merged, plural, =0 {اور کچھ نیا نہیں تھا} one {# اندراج ضم ہوا} other {# اندراجات ضم ہوئے}}۔",
} as const satisfies Record<keyof typeof english, string>;
