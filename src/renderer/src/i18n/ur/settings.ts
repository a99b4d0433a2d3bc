import type { settings as english } from "../en/settings.ts";

export const settings = {
  "settings.title": "پڑھنے کی ترتیبات",
  "settings.usual": "پہلے جیسا کریں",
  "settings.theme": "تھیم",
  "settings.theme.system": "نظام کے مطابق",
  "settings.theme.light": "روشن",
  "settings.theme.sepia": "بادامی",
  "settings.theme.dark": "گہرا",
  "settings.theme.contrast": "ہائی کنٹراسٹ",
  "settings.pages": "اصل صفحات",
  "settings.pages.window": "ایپ جیسے",
  "settings.face": "ٹائپ فیس",
  "settings.face.serif": "سیرف",
  "settings.face.sans": "سینز سیرف",
  "settings.size": "متن کا سائز",
  "settings.width": "کالم کی چوڑائی",
  "settings.spacing": "سطروں کا فاصلہ",
  "settings.less": "کم کریں: {what}",
  "settings.more": "بڑھائیں: {what}",
  "settings.focus": "فوکس موڈ: موجودہ پیراگراف کے سوا سب مدھم",
  "settings.citation": "کاپی کیے گئے اقتباس کا حوالہ",
  "keys.title": "کی بورڈ شارٹ کٹ",
  "keys.help":
    "متن منتخب ہو تو <kbd>1</kbd>–<kbd>9</kbd> سے مقررہ مسئلے پر، اور <kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd> <kbd>~</kbd> سے کسی موقف کے ساتھ دعویٰ شروع ہوتا ہے۔ نیچے کوئی شارٹ کٹ منتخب کر کے اسے بدلیں؛ Backspace سے وہ ہٹ جاتا ہے۔",
  "keys.search": "کمانڈ تلاش کریں",
  "keys.letters": "مطالعے میں ایک حرفی شارٹ کٹ",
  "keys.usual": "تمام شارٹ کٹ پہلے جیسے کریں",
  "keys.reader": "مقالے میں حرکت اور انتخاب",
  "keys.passage": "منتخب متن اور دعوے",
  "keys.window": "ہر جگہ",
  "keys.change": "{command}: {key}",
  "keys.press": "کلید دبائیں",
  "keys.taken": "{key} لکھنے، حرکت یا کوڈنگ کے لیے مخصوص ہے۔ کوئی اور کلید منتخب کریں۔",
  "keys.other": "{key} پہلے سے ”{command}“ کے لیے مقرر ہے۔ پہلے وہ شارٹ کٹ بدلیں۔",
  "tour.title": "تعارف",
  "tour.at": "{of, number} میں سے {at, number}",
  "tour.next": "آگے",
  "tour.before": "پیچھے",
  "tour.end": "چھوڑیں",
  "tour.done": "مکمل",
  "tour.papers": "آپ کے مقالے",
  "tour.papers.what":
    "مقالے، ان کا خاکہ اور آپ کے مسائل کی کوڈ بک۔ درآمد کے لیے PDF، Markdown یا متن کی فائلیں ونڈو میں کہیں بھی ڈال دیں۔",
  "tour.paper": "مقالہ",
  "tour.paper.what":
    "آپ کا کوئی عمل متن کو نہیں بدلتا۔ <kbd>F6</kbd> کرسر یہاں لاتا ہے؛ <kbd>s</kbd> سے جملہ اور <kbd>a</kbd> سے پیراگراف منتخب ہوتا ہے، <kbd>g</kbd> سے انتخاب بڑھتا ہے۔ ماؤس سے بھی کام ہوتا ہے۔",
  "tour.code": "دعوے کی کوڈنگ",
  "tour.code.what":
    "متن منتخب ہو تو <kbd>Enter</kbd> سے فارم کھلتا ہے: کون کہتا ہے، کس مسئلے پر، کس موقف کے ساتھ۔ <kbd>1</kbd>–<kbd>9</kbd> آپ کے مقررہ مسائل ہیں، <kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd> <kbd>~</kbd> <kbd>?</kbd> موقف؛ <kbd>Enter</kbd> سے دعویٰ محفوظ ہوتا ہے۔",
  "tour.cards": "حاشیہ",
  "tour.cards.what":
    "ہر دعوے کا کارڈ اس کے متن کے ساتھ ہوتا ہے۔ <kbd>n</kbd> اور <kbd>p</kbd> اگلے اور پچھلے دعوے پر لے جاتے ہیں، <kbd>Tab</kbd> ایک دوسرے پر آنے والے دعووں میں، اور <kbd>l</kbd> دو دعووں کو جوڑتا ہے۔",
  "tour.inspector": "تفصیلات",
  "tour.inspector.what":
    "منتخب دعوے کے بارے میں سب کچھ: پوزیشنیں، یقین، ماخذ کا درجہ، تعلقات اور سرگزشت۔ <kbd>Ctrl</kbd>+<kbd>Z</kbd> ہر تبدیلی واپس لے سکتا ہے، اگلے دن بھی۔",
  "tour.views": "دوسرے منظر",
  "tour.views.what":
    "یہی دعوے فلٹر والے جدول میں اور مسائل بلحاظ موقف کے شمار میں دیکھیں۔ برآمد اور رپورٹ سے ان کی فائلیں بنتی ہیں۔",
  "tour.keys": "کچھ بھی تلاش کریں",
  "tour.keys.what":
    "<kbd>Ctrl</kbd>+<kbd>K</kbd> سے کمانڈ، مقالے، مسائل اور متن تلاش کریں۔ <kbd>?</kbd> سے تمام کی بورڈ شارٹ کٹ دیکھیں؛ آپ انہیں بدل بھی سکتے ہیں۔",
} as const satisfies Record<keyof typeof english, string>;
