import type { settings as english } from "../en/settings.ts";

export const settings = {
  "settings.title": "پڑھنے کی ترتیبات",
  "settings.usual": "معمول کے مطابق",
  "settings.theme": "رنگ",
  "settings.theme.system": "نظام کے مطابق",
  "settings.theme.light": "روشن",
  "settings.theme.sepia": "بادامی",
  "settings.theme.dark": "گہرا",
  "settings.theme.contrast": "تیز تضاد",
  "settings.pages": "اصل صفحات",
  "settings.pages.window": "کھڑکی جیسے",
  "settings.face": "حروف",
  "settings.face.serif": "سیرف",
  "settings.face.sans": "بے سیرف",
  "settings.size": "متن کی جسامت",
  "settings.width": "کالم کی چوڑائی",
  "settings.spacing": "سطروں کا فاصلہ",
  "settings.less": "کم: {what}",
  "settings.more": "زیادہ: {what}",
  "settings.focus": "کرسر والے پیراگراف کے سوا سب مدھم",
  "keys.title": "تمام کلیدیں",
  "keys.help":
    "الفاظ چنے ہوں تو <kbd>1</kbd>–<kbd>9</kbd> مقررہ مسئلے پر دعویٰ شروع کرتے ہیں اور <kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd> <kbd>~</kbd> موقف کے ساتھ۔ نیچے کی کلید چن کر بدلیں؛ Backspace اسے ہٹا دیتا ہے۔",
  "keys.search": "حکم تلاش کریں",
  "keys.letters": "مقالے میں اکیلے حروف بھی حکم ہیں",
  "keys.usual": "سب معمول کے مطابق",
  "keys.reader": "مقالے میں چلنا اور چننا",
  "keys.passage": "چنے ہوئے الفاظ اور دعوے",
  "keys.window": "ہر جگہ",
  "keys.change": "{command}: {key}",
  "keys.press": "کلید دبائیں",
  "keys.taken": "{key} لکھنے، چلنے یا کوڈنگ کے لیے درکار ہے؛ کوئی اور کلید چنیں۔",
  "keys.other": "{key} پہلے سے ”{command}“ کی کلید ہے؛ پہلے اسے بدلیں۔",
  "tour.title": "سیر",
  "tour.at": "{of, number} میں سے {at, number}",
  "tour.next": "آگے",
  "tour.before": "پیچھے",
  "tour.end": "سیر ختم کریں",
  "tour.done": "شروع کریں",
  "tour.papers": "آپ کے مقالے",
  "tour.papers.what":
    "مقالے، ان کا خاکہ اور آپ کے مسائل کی کوڈ بک۔ PDF، Markdown یا متن کی فائلیں کھڑکی میں کہیں بھی چھوڑ دیں۔",
  "tour.paper": "مقالہ",
  "tour.paper.what":
    "آپ کا کوئی عمل اسے نہیں بدلتا۔ <kbd>F6</kbd> کرسر یہاں لاتا ہے؛ <kbd>s</kbd> جملہ چنتا ہے، <kbd>a</kbd> پیراگراف، <kbd>g</kbd> انتخاب بڑھاتا ہے۔ ماؤس بھی چلتا ہے۔",
  "tour.code": "دعوے کی کوڈنگ",
  "tour.code.what":
    "الفاظ چنے ہوں تو <kbd>Enter</kbd> فارم کھولتا ہے: کون کہتا ہے، کس مسئلے پر، کس موقف سے۔ <kbd>1</kbd>–<kbd>9</kbd> مقررہ مسائل ہیں، <kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd> <kbd>~</kbd> <kbd>?</kbd> موقف، <kbd>Enter</kbd> رکھ لیتا ہے۔",
  "tour.cards": "حاشیہ",
  "tour.cards.what":
    "ہر دعوے کا کارڈ اس کے الفاظ کے ساتھ ہے۔ <kbd>n</kbd> اور <kbd>p</kbd> ایک دعوے سے دوسرے پر جاتے ہیں، <kbd>Tab</kbd> اوپر تلے کے دعووں میں، <kbd>l</kbd> دو کو جوڑتا ہے۔",
  "tour.inspector": "تفصیل",
  "tour.inspector.what":
    "چنے ہوئے دعوے کی ہر بات: پوزیشنیں، یقین، ماخذ کا درجہ، تعلقات، تاریخ۔ <kbd>Ctrl</kbd>+<kbd>Z</kbd> سب کچھ واپس لیتا ہے، کل بھی۔",
  "tour.views": "دوسرے منظر",
  "tour.views.what":
    "یہی دعوے چھانٹی والے جدول میں، اور مسائل بمقابلہ موقف شمار میں۔ برآمد اور رپورٹ ان کی فائلیں بناتے ہیں۔",
  "tour.keys": "سب کے لیے ایک خانہ",
  "tour.keys.what":
    "<kbd>Ctrl</kbd>+<kbd>K</kbd> حکم، مقالے، مسائل اور الفاظ ڈھونڈتا ہے۔ <kbd>?</kbd> تمام کلیدیں دکھاتا ہے اور اپنی چننے دیتا ہے۔",
} as const satisfies Record<keyof typeof english, string>;
