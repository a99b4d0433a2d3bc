/** See `en/versions.ts`. */
export const versions = {
  "version.ofItself": "”{title}“ یہی مقالہ یا اس کا پچھلا نسخہ ہے۔ بدلنے کے لیے کوئی دوسرا مقالہ منتخب کریں۔",
  "version.hasNewer": "”{title}“ کا نیا نسخہ پہلے سے موجود ہے: ”{newer}“۔ فائل کو اُس کے نئے نسخے کے طور پر درآمد کریں۔",
  "version.replacesOther":
    "یہ مقالہ پہلے ہی ”{title}“ کا نیا نسخہ ہے۔ پہلے اسے واپس لیں، یا کوئی دوسرا مقالہ منتخب کریں۔",
  "version.none": "”{title}“ کسی دوسرے مقالے کا نیا نسخہ نہیں، اس لیے منتقل کرنے کو کچھ نہیں۔",
  "version.carried":
    "پچھلے نسخے کے دعوے اور نوٹ: {same, number} جوں کے توں، {moved, number} دوسری جگہ، {changed, number} بدلے ہوئے، {lost, number} نہیں ملے۔",
  "version.waiting":
    "{count, plural, =0 {سب کا فیصلہ ہو چکا ہے۔} one {# پر آپ کا فیصلہ باقی ہے؛ دیکھیے ‎`stancemark carry {id}`‎۔} other {# پر آپ کا فیصلہ باقی ہے؛ دیکھیے ‎`stancemark carry {id}`‎۔}}",
  "version.resembles":
    "یہ مقالہ ”{title}“ ‎({earlier})‎ سے ملتا جلتا ہے۔ اگر یہ اُس کا نیا نسخہ ہے تو اسے ‎--replaces {earlier}‎ کے ساتھ دوبارہ درآمد کریں۔",
  "version.notWaiting": "”{title}“ کے پچھلے نسخے کا کوئی دعویٰ یا نوٹ {id} فیصلے کا منتظر نہیں۔",
  "version.several": "”{id}“ سے ایک سے زیادہ دعوے یا نوٹ مراد ہو سکتے ہیں۔ شناخت کے مزید حروف لکھیں۔",
  "version.noClaim": "اس لائبریری میں {id} نام کا کوئی دعویٰ یا نوٹ نہیں۔",
  "version.unreadable": "”{status}“ کوئی حالت نہیں۔ same،‏ moved یا changed لکھیں۔",
  "change.importVersion": "”{title}“ کو نئے نسخے کے طور پر درآمد کرنا",
  "change.newVersion": "”{title}“ کو ”{earlier}“ کا نیا نسخہ بنانا",
  "change.carry":
    "{count, plural, one {# دعویٰ یا نوٹ ”{title}“ میں منتقل کرنا} other {# دعوے اور نوٹ ”{title}“ میں منتقل کرنا}}",
  "change.leave":
    "{count, plural, one {# دعویٰ یا نوٹ پچھلے نسخے میں چھوڑنا} other {# دعوے اور نوٹ پچھلے نسخے میں چھوڑنا}}",
  "cli.versionLine":
    "{id}  {title}، شامل کرنے کی تاریخ {added, date, medium}: {claims, plural, one {# دعویٰ} other {# دعوے}}، {notes, plural, one {# نوٹ} other {# نوٹ}}{waiting, plural, =0 {} one {، # کا فیصلہ باقی} other {، # کا فیصلہ باقی}}",
  "change.checkPlaces":
    "”{title}“ میں {count, plural, one {ایک دعوے یا نوٹ کے مقام} other {# دعووں اور نوٹوں کے مقامات}} کی جانچ",
  "cli.toCheck": "{id}  {status}  ”{quote}“",
  "cli.allChecked": "”{title}“ کے تمام دعووں اور نوٹوں کے مقامات جانچے جا چکے ہیں۔",
  "cli.queueEmpty": "”{title}“ کے پچھلے نسخے کی کوئی چیز فیصلے کی منتظر نہیں۔",
  "cli.queued": "{id}  {status}، {score, number} %  ”{quote}“",
  "cli.queuedAs": "          ← ”{quote}“",
  "cli.carried":
    "{carried, plural, one {# دعویٰ یا نوٹ منتقل ہوا} other {# دعوے اور نوٹ منتقل ہوئے}}، {left, number} پچھلے نسخے میں رہے، {waiting, number} کا فیصلہ باقی۔",
  "cli.placed": "{id}  جگہ مل گئی، {page}: ”{quote}“",
  "carry.same": "جوں کا توں",
  "carry.moved": "دوسری جگہ",
  "carry.changed": "بدلا ہوا",
  "carry.lost": "نہیں ملا",
  "cli.onlyEarlier": "{id}  صرف پچھلے نسخے میں{left, select, yes { (فیصلہ شدہ)} other {}}: ”{quote}“",
  "cli.onlyLater": "{id}  صرف اس نسخے میں: ”{quote}“",
  "cli.changedWords": "{id}  بدلا ہوا: ”{before}“ ← ”{after}“",
} as const;
