import type { reader as english } from "../en/reader.ts";

export const reader = {
  "print.claims": "{count, plural, one {# دعویٰ یا نوٹ} other {# دعوے اور نوٹ}}",
  "reader.highlight": "{actor}: {saying}",
  "reader.note": "نوٹ",
  "reader.noteSaying": "نوٹ: {note}",
  "reader.noActor": "کوئی فریق نہیں",
  "reader.position": "{stance} {issue}",
  "reader.positionNoStance": "{issue} پر کوئی موقف نہیں",
  "reader.page": "{kind, select, section {{label}} other {صفحہ {label}}}",
  "reader.here": "{count, plural, one {یہاں # دعویٰ یا نوٹ} other {یہاں # دعوے اور نوٹ}}: {titles}",
  "reader.selected": "منتخب، {of, number} میں سے {at, number}: {title}",
  "reader.cards": "کارڈ",
  "reader.allMarked": "اس سمت میں ایسا کوئی پیراگراف نہیں جس میں دعویٰ یا نوٹ نہ ہو۔",
  "reader.added":
    "{count, plural, one {اگلے دعوے میں # اقتباس شامل ہوا} other {اگلے دعوے میں # اقتباسات شامل ہوئے}}۔ مزید متن منتخب کریں، یا کوڈنگ کے لیے Enter دبائیں۔ Escape سے انتخاب ختم ہو جاتا ہے۔",
  "reader.copied": "کاپی ہو گیا: {text}",
  "reader.linkCopied": "لنک کاپی ہو گیا۔ یہ لنک ڈیسک ٹاپ ایپ میں یہی دعویٰ کھولتا ہے۔",
  "reader.nothingToCopy": "کچھ کاپی نہیں ہوا۔ پہلے متن یا کوئی دعویٰ منتخب کریں۔",
  "range.title": "حدود بدلیں",
  "range.start": "دعوے کا آغاز",
  "range.end": "دعوے کا اختتام",
  "range.help":
    "<kbd>Shift+←</kbd> <kbd>Shift+→</kbd> اختتام بدلیں، <kbd>Ctrl</kbd> کے ساتھ ایک ایک لفظ · <kbd>Shift+Tab</kbd> آغاز پر جائیں · <kbd>Enter</kbd> محفوظ کریں · <kbd>Esc</kbd> منسوخ",
  "range.cancel": "منسوخ",
  "range.save": "محفوظ کریں",
  "find.name": "اس مقالے میں تلاش",
  "find.words": "تلاش کریں…",
  "find.count": "{count, plural, =0 {کوئی نتیجہ نہیں} other {# میں سے {at, number}}}",
} as const satisfies Record<keyof typeof english, string>;
