import type { documents as english } from "../en/documents.ts";

export const documents = {
  "import.xmlDamaged":
    "یہ دستاویز پڑھی نہیں جا سکتی کیونکہ اس کا حصہ ”{file}“ خراب ہے۔ اسے اس کے اپنے پروگرام میں کھول کر دوبارہ محفوظ کریں۔",
  "import.xmlDeclares":
    "یہ دستاویز نہیں پڑھی گئی کیونکہ اس کے حصے ”{file}“ میں اپنی XML entities درج ہیں، جو حملے کے لیے استعمال ہو سکتی ہیں۔",
  "import.xmlTooLarge":
    "اس دستاویز کے حصے اتنے زیادہ یا اتنے تہ در تہ ہیں کہ پڑھے نہیں جا سکتے۔ اسے PDF کے طور پر محفوظ کر کے درآمد کریں۔",
} satisfies Record<keyof typeof english, string>;
