import type { ocr as english } from "../en/ocr.ts";

export const ocr = {
  "ocr.progress": "OCR سے پڑھے گئے صفحات",
  "ocr.noDataFolder": "OCR کی زبانوں کا فولڈر ”{folder}“ موجود نہیں۔ اسے بنائیں یا کوئی اور چنیں۔",
  "ocr.notInstalled":
    "اس تنصیب میں OCR شامل نہیں۔ جہاں Stancemark نصب ہے وہاں ‎“npm install tesseract.js-core@7.0.0 @tesseract.js-data/eng”‎ چلائیں، یا ڈیسک ٹاپ ایپ استعمال کریں۔",
  "ocr.noLanguage": "OCR کے لیے کم از کم ایک زبان چنیں۔ نصب زبانیں: {known}۔",
  "ocr.unknownLanguage":
    "OCR کی زبان ”{code}“ نصب نہیں۔ نصب زبانیں: {known}۔ کسی اور زبان کے لیے اس کی فائل {code}.traineddata کسی فولڈر میں رکھیں اور ‎--ocr-data سے وہ فولڈر بتائیں، یا ”npm install @tesseract.js-data/{code}“ چلائیں۔",
  "ocr.languageUnreadable":
    "{languages} کا OCR ڈیٹا پڑھا نہیں جا سکتا۔ فائل دوبارہ ڈاؤن لوڈ کریں؛ اسٹینس مارک کو Tesseract 4 یا اس سے نئے نسخے کا ڈیٹا چاہیے۔",
  "ocr.pictureUnreadable":
    "یہ تصویر خراب ہے یا اس کی قسم پڑھی نہیں جا سکتی۔ اسے PNG یا JPEG میں محفوظ کر کے درآمد کریں۔",
  "picture.noText": "تصویر میں اپنا متن نہیں ہوتا۔ اسے OCR سے پڑھیں۔",
  "picture.tooLarge": "اس تصویر میں پکسل بہت زیادہ ہیں۔ اسے کم ریزولوشن پر محفوظ کریں۔",
  "picture.tooManyPages":
    "اس تصویر کے {count, number} صفحات ہیں۔ زیادہ سے زیادہ {most, number} پڑھے جا سکتے ہیں۔ اسے تقسیم کریں۔",
  "ocr.noPages": "”{title}“ میں ایسے صفحات نہیں جو OCR سے پڑھے جا سکیں۔ OCR سے PDF اور تصویریں پڑھی جاتی ہیں۔",
  "ocr.allText":
    "”{title}“ کے ہر صفحے پر پہلے سے متن ہے۔ صفحات کو ان کے اپنے متن کے بجائے OCR سے پڑھنے کے لیے ان کے نمبر بتائیں۔",
  "ocr.noSuchPage": "”{title}“ میں صرف {count, plural, one {# صفحہ ہے} other {# صفحات ہیں}}؛ صفحہ {page} موجود نہیں۔",
  "ocr.badPages": "”{pages}“ صفحات کی فہرست نہیں۔ اسے 1-3 یا 2,5,7-9 کی طرح لکھیں۔",
  "ocr.badLanguage": "”{code}“ کسی OCR زبان کا کوڈ نہیں۔ تین حرفی کوڈ لکھیں، جیسے eng، fra یا urd۔",
  "ocr.nothingFound":
    "OCR کو {count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}} پر کوئی لفظ نہیں ملا۔",
  "ocr.nothingLeft": "”{title}“ میں کوئی لفظ نہیں ملا، اس لیے اس کا متن اور دعوے جوں کے توں رہے۔",
  "ocr.unsure":
    "{count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}} کے بہت سے الفاظ غیر یقینی ہیں۔ زبان جانچ لیں، اور اقتباسات کو صفحے سے ملا کر دیکھیں۔",
} satisfies Record<keyof typeof english, string>;
