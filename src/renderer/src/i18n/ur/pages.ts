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
  "pages.zoom": "جسامت",
  "pages.thumbnails": "چھوٹے صفحات",
  "pages.none": "یہ مقالہ PDF نہ تھا اور اس کے اپنے صفحات نہیں۔",
  "pages.noneHint": "اس کا متن حصوں میں پڑھا جاتا ہے۔ نشان زد PDF کے لیے صفحات بنائے جاتے ہیں: برآمد چنیں۔",
  "pages.showText": "متن دکھائیں",
  "pages.password": "اس PDF کا پاس ورڈ",
  "pages.unlock": "صفحات دکھائیں",
  "pages.again": "پھر کوشش کریں",
} as const satisfies Record<keyof typeof english, string>;
