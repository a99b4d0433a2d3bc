import type { keeping as english } from "../en/maintenance.ts";

export const keeping = {
  "keeping.title": "بیک اپ، جانچ اور مرمت",
  "keeping.damaged": "یہ لائبریری خراب ہے",
  "keeping.setAside": "کچھ مٹایا نہیں جاتا: خراب فائلیں لائبریری کے اندر ایک الگ فولڈر میں رکھ دی جاتی ہیں۔",
  "keeping.goOn": "جو پڑھا جا سکا اس کے ساتھ آگے چلیں",
  "keeping.repaired":
    "{count, plural, one {# اندراج بچ گیا} other {# اندراج بچ گئے}}۔ خراب فائلیں لائبریری کے فولڈر میں {folder} میں ہیں۔",
  "keeping.backups": "بیک اپ",
  "keeping.backupsWhat":
    "روز ایک خود بخود رکھا جاتا ہے، تازہ ترین دس باقی رہتے ہیں۔ ہر ایک لکھنے کے بعد پڑھ کر جانچا جاتا ہے۔",
  "keeping.when": "{date}، {time}",
  "keeping.size": "{size} کلوبائٹ",
  "keeping.restore": "بحال کریں",
  "keeping.restoreOf": "{when} کا بیک اپ بحال کریں",
  "keeping.restored": "{when} کی حالت بحال ہو گئی؛ اسے واپس لیا جا سکتا ہے۔",
  "keeping.restoredDamaged": "{when} کی حالت بحال ہو گئی؛ خراب فائلیں الگ رکھ دی گئیں۔",
  "keeping.keepNow": "ابھی بیک اپ رکھیں",
  "keeping.kept": "بیک اپ رکھا گیا اور پڑھ کر جانچا گیا۔",
  "keeping.check": "سب کچھ جانچیں",
  "keeping.checkWhat": "ہر فائل اور اس کا چیک سم، پوری تاریخ، ہر اقتباس اپنی جگہ پر، ہر بیک اپ۔",
  "keeping.checkNow": "ابھی جانچیں",
  "keeping.checking": "جانچ جاری ہے…",
  "keeping.allWell": "سب کچھ درست ہے۔",
  "keeping.problems": "{count, plural, one {ایک چیز درست نہیں} other {# چیزیں درست نہیں}}:",
  "keeping.conflicts": "کہیں اور کی گئی تبدیلیاں",
  "keeping.mergeWhat":
    "ملانا ایک ہی تبدیلی ہے جو واپس لی جا سکتی ہے۔ جو یہاں بھی بدلا اور وہاں بھی، وہ یہاں کی طرح رہتا ہے۔",
  "keeping.merge": "ملا دیں",
  "keeping.merged": "{count, plural, one {# اندراج ملایا گیا} other {# اندراج ملائے گئے}}۔",
  "keeping.bundleKept": "لائبریری کی فائل رکھ دی گئی: {where}۔",
  "keeping.bundleCopied":
    "یہ لائبریری اب فائل والی جیسی ہے: {papers, plural, one {# مقالہ} other {# مقالے}}، {changes, plural, one {# تبدیلی} other {# تبدیلیاں}}۔",
  "keeping.bundleMerged":
    "{papers, plural, =0 {کوئی نیا مقالہ نہیں آیا} one {# نیا مقالہ آیا} other {# نئے مقالے آئے}}؛ {merged, plural, =0 {اور کچھ نیا نہ تھا} one {# اندراج ملایا گیا} other {# اندراج ملائے گئے}}۔",
} as const satisfies Record<keyof typeof english, string>;
