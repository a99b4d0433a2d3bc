import type { pages as english } from "../en/pages.ts";

export const pages = {
  "pages.name": "صفحات",
  "pages.of": "”{title}“ کے صفحات",
  "pages.page": "{claims, plural, =0 {صفحہ {label}} one {صفحہ {label}، ایک دعویٰ} other {صفحہ {label}، # دعوے}}",
  "pages.tools": "صفحات",
  "pages.arrangement": "متن یا صفحات",
  "pages.text": "متن",
  "pages.pages": "صفحات",
  "pages.both": "دونوں",
  "pages.goTo": "صفحہ",
  "pages.count": "{count, number} میں سے {at, number}",
  "pages.zoom": "زوم",
  "pages.thumbnails": "تھمب نیل",
  "pages.none": "اس دستاویز کے اصل صفحات موجود نہیں، کیونکہ یہ نہ PDF ہے نہ تصویر۔",
  "pages.noneHint": "اس کا متن حصوں میں پڑھا جا سکتا ہے۔ ترتیب شدہ صفحات کے لیے اسے نشان زد PDF کے طور پر برآمد کریں۔",
  "pages.showText": "متن دکھائیں",
  "pages.password": "اس PDF کا پاس ورڈ",
  "pages.unlock": "صفحات دکھائیں",
  "pages.again": "دوبارہ کوشش کریں",
} as const satisfies Record<keyof typeof english, string>;
