import type { documents as english } from "../en/documents.ts";

export const documents = {
  "import.xmlDamaged":
    "یہ دستاویز پڑھی نہیں جا سکتی کیونکہ اس کا حصہ ”{file}“ خراب ہے۔ اسے اس کے اپنے پروگرام میں کھول کر دوبارہ محفوظ کریں۔",
  "import.xmlDeclares":
    "یہ دستاویز نہیں پڑھی گئی کیونکہ اس کے حصے ”{file}“ میں اپنی XML entities درج ہیں، جو حملے کے لیے استعمال ہو سکتی ہیں۔",
  "import.xmlTooLarge":
    "اس دستاویز کے حصے اتنے زیادہ یا اتنے تہ در تہ ہیں کہ پڑھے نہیں جا سکتے۔ اسے PDF کے طور پر محفوظ کر کے درآمد کریں۔",
  "import.encryptedDocument":
    "”{name}“ پاس ورڈ سے محفوظ ہے۔ اسے اس کے پروگرام میں کھولیں، پاس ورڈ ہٹائیں، محفوظ کریں اور دوبارہ درآمد کریں۔",
  "import.oldWord":
    "”{name}“ پرانے Word فارمیٹ (‎.doc) میں ہے۔ اسے Word یا LibreOffice میں کھول کر ‎.docx کے طور پر محفوظ کریں اور وہ درآمد کریں۔",
  "import.noWordDocument":
    "یہ فائل Word کی دستاویز نہیں، یا اس کا بنیادی حصہ موجود نہیں۔ اسے دوبارہ ‎.docx کے طور پر محفوظ کریں۔",
  "import.noOpenDocument":
    "یہ فائل OpenDocument کا متن نہیں، یا اس کا بنیادی حصہ موجود نہیں۔ اسے دوبارہ ‎.odt کے طور پر محفوظ کریں۔",
  "import.noWords": "اس دستاویز میں کوئی متن نہیں۔",
  "import.changesAccepted": "ٹریک کی گئی تبدیلیاں قبول کر لی گئیں: {counts}۔",
  "import.changes.insertions": "{count, plural, one {# اضافہ} other {# اضافے}}",
  "import.changes.deletions": "{count, plural, one {# حذف} other {# حذف}}",
  "import.changes.moves": "{count, plural, one {# منتقلی} other {# منتقلیاں}}",
  "import.changesRejected": "متن ویسا ہے جیسا ٹریک کی گئی تبدیلیوں سے پہلے تھا۔ واپس کیے گئے: {counts}۔",
  "import.changesBy": "ٹریک کی گئی تبدیلیاں ان کی ہیں: {authors}۔",
  "import.changesOn": "یہ {day} کو کی گئیں۔",
  "import.changesBetween": "یہ {first} سے {last} کے درمیان کی گئیں۔",
  "import.pagesOfLastLayout":
    "صفحہ نمبر اس پروگرام کے ہیں جس نے فائل آخری بار محفوظ کی۔ کسی دوسرے کمپیوٹر پر یہ مختلف ہو سکتے ہیں۔",
  "import.hiddenLeftOut": "چھپے ہوئے متن {count, plural, one {کا # ٹکڑا چھوڑ دیا گیا} other {کے # ٹکڑے چھوڑ دیے گئے}}۔",
  "import.contentsLeftOut": "{count, plural, one {فہرستِ مضامین چھوڑ دی گئی} other {# فہرستیں چھوڑ دی گئیں}}۔",
  "import.picturesLeftOut":
    "{count, plural, one {# تصویر یا خاکہ چھوڑ دیا گیا} other {# تصویریں یا خاکے چھوڑ دیے گئے}}۔",
  "import.furnitureLeftOut": "صفحوں کے سرنامے اور پاورقیاں چھوڑ دی گئیں۔",
  "import.documentsLeftOut":
    "{count, plural, one {اندر رکھی # دستاویز نہیں پڑھی گئی} other {اندر رکھی # دستاویزات نہیں پڑھی گئیں}}۔ ایسی دستاویزات الگ فائلوں کے طور پر درآمد کریں۔",
  "import.commentsWithoutPlace":
    "{count, plural, one {# تبصرہ چھوڑ دیا گیا، کیونکہ وہ متن پر نہیں} other {# تبصرے چھوڑ دیے گئے، کیونکہ وہ متن پر نہیں}}۔",
} satisfies Record<keyof typeof english, string>;
