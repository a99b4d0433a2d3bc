import type { changes as english } from "../en/changes.ts";

export const changes = {
  "change.removePaper": "مقالہ ہٹانا",
  "change.claim": "دعوے کی کوڈنگ",
  "change.note": "نوٹ لکھنا",
  "change.deleteClaim": "دعویٰ حذف کرنا",
  "change.actor": "فریق: {name}",
  "change.noActor": "فریق ہٹانا",
  "change.certainty": "یقین",
  "change.grade": "ماخذ کا درجہ",
  "change.editNote": "نوٹ",
  "change.issue": "مسئلہ بدلنا",
  "change.stance": "موقف بدلنا",
  "change.strength": "شدت بدلنا",
  "change.removePosition": "پوزیشن ہٹانا",
  "change.addPosition": "پوزیشن بڑھانا",
  "change.pin": "مسئلے کو کلید دینا",
  "change.renameIssue": "مسئلے کا نام بدلنا",
  "change.addIssue": "مسئلہ بڑھانا",
  "change.headings": "سرخیوں سے مسائل بنانا",
  "change.alter": "دعوے میں ترمیم",
  "change.link": "دو دعوے جوڑنا",
} as const satisfies Record<keyof typeof english, string>;
