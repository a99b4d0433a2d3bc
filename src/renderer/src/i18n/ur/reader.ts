import type { reader as english } from "../en/reader.ts";

export const reader = {
  "reader.highlight": "{actor}: {saying}",
  "reader.note": "نوٹ",
  "reader.noteSaying": "نوٹ: {note}",
  "reader.noActor": "کوئی فریق نہیں",
  "reader.position": "{stance} {issue}",
  "reader.positionNoStance": "{issue} پر کوئی موقف نہیں",
  "reader.page": "صفحہ {label}",
  "reader.here": "{count, plural, one {نشان زد} other {# بار نشان زد}}: {titles}",
  "reader.chosen": "منتخب، {of, number} میں سے {at, number}: {title}",
  "reader.cards": "کارڈ",
  "reader.allMarked": "اس سمت میں بغیر نشان کوئی پیراگراف باقی نہیں۔",
  "reader.added":
    "{count, plural, one {# اقتباس اگلے دعوے کے لیے رکھا ہے} other {# اقتباسات اگلے دعوے کے لیے رکھے ہیں}}۔ مزید الفاظ چنیں یا Enter دبائیں؛ Escape چھوڑ دیتا ہے۔",
  "find.name": "اس مقالے میں تلاش",
  "find.words": "الفاظ",
  "find.count": "{count, plural, =0 {نہیں ملا} other {# میں سے {at, number}}}",
} as const satisfies Record<keyof typeof english, string>;
