import type { papers as english } from "../en/papers.ts";

export const papers = {
  "paper.missing": "یہ مقالہ لائبریری میں نہیں۔ شاید اسے ہٹا دیا گیا ہے۔",
  "paper.notFound": "اس لائبریری میں ”{name}“ نام کا کوئی مقالہ نہیں۔",
  "paper.severalFound":
    "”{name}“ سے {count, plural, one {# مقالہ ملتا ہے} other {# مقالے ملتے ہیں}}۔ مطلوبہ مقالے کا شناختی نمبر دیں۔",
  "paper.filesMissing": "اس مقالے کی فائلیں لائبریری کے فولڈر میں نہیں۔ اس کا ماخذ دوبارہ درآمد کریں۔",
  "paper.wordsDamaged": "ڈسک پر اس مقالے کا متن خراب ہے۔ اس کا ماخذ دوبارہ درآمد کریں۔",
  "paper.placesDamaged": "ڈسک پر اس مقالے کے حروف کی جگہیں خراب ہیں۔ اس کا ماخذ دوبارہ درآمد کریں۔",
  "paper.noPages": "اس مقالے کے اپنے صفحات نہیں۔ اسے متن کے طور پر پڑھیں۔",
  "paper.pageCount": "اس مقالے میں صرف {count, plural, one {# صفحہ ہے} other {# صفحات ہیں}}۔",
  "paper.tileOutside": "مطلوبہ ٹکڑا صفحے سے باہر ہے۔",
  "paper.passageOutside": "منتخب حصہ مقالے کے متن میں نہیں۔ عبارت دوبارہ منتخب کریں۔",
  "paper.pageUnreadable": "اس PDF کا صفحہ {page} پڑھا نہیں جا سکتا۔",
  "paper.pageNotDrawn": "اس PDF کا صفحہ {page} دکھایا نہیں جا سکتا۔ اسے متن کے طور پر پڑھیں۔",
  "paper.pageTooLarge": "صفحہ اس جسامت میں دکھانے کے لیے میموری کافی نہیں۔ زوم کم کریں۔",
  "paper.removedMeanwhile": "اس فائل کی درآمد کے دوران مقالہ ہٹا دیا گیا۔ اسے دوبارہ درآمد کریں۔",
  "import.empty": "{name} خالی ہے۔",
  "import.unknownFormat": "”{name}“ درآمد نہیں ہو سکتی۔ Stancemark یہ فارمیٹ پڑھتا ہے: {formats}۔",
  "import.otherFormat":
    "نام کے مطابق ”{name}“ {named} ہے، مگر اس کا مواد {format} ہے، اس لیے اسے {format} کے طور پر پڑھا گیا۔",
  "import.notAsNamed":
    "”{name}“ پڑھی نہیں جا سکتی: اس کا مواد {format} نہیں۔ شاید فائل خراب ہے۔ اسے دوبارہ محفوظ یا ڈاؤن لوڈ کریں۔",
  "import.binary": "{name} متن کی فائل نہیں: اس میں بائنری ڈیٹا ہے۔",
  "import.tooManyParts":
    "اس فائل میں اتنے پیراگراف، جدول کے خانے اور نشانات ہیں کہ یہ ایک مقالے کے طور پر پڑھی نہیں جا سکتی۔ اسے کئی فائلوں میں تقسیم کریں۔",
  "import.tooNested": "اس فائل میں نوٹ یا فہرستیں حد سے زیادہ تہ در تہ ہیں۔ انہیں سادہ کریں، پھر دوبارہ درآمد کریں۔",
  "import.tooLong": "یہ مقالہ درآمد کے لیے بہت طویل ہے۔ اسے کئی فائلوں میں تقسیم کریں۔",
  "import.encodingGuessed":
    "فائل اپنی انکوڈنگ نہیں بتاتی۔ اسے {encoding} کے طور پر پڑھا گیا۔ اگر حروف غلط نظر آئیں تو کوئی اور انکوڈنگ چنیں۔",
  "import.rebuilt": "”{title}“ کی خراب فائلیں اس فائل سے بحال کر دی گئیں۔",
  "import.textDiffers":
    "”{title}“ کا متن اب درآمد کے وقت سے مختلف پڑھا جاتا ہے، اس لیے ڈسک پر اس کا متن نہیں بدلا گیا۔ لائبریری کی کسی نقل سے paper.json بحال کریں۔",
  "import.recordDamaged": "اس PDF میں Stancemark کا ڈیٹا خراب ہے۔ اسے ہٹائیں، یا اصل مقالہ درآمد کریں۔",
  "import.rewritten":
    "کسی اور پروگرام نے یہ حاشیہ بند PDF دوبارہ لکھا ہے، اس لیے اس میں اصل فائل نہیں رہی۔ اس کے دعوے اقتباسات کی مدد سے ڈھونڈے گئے۔",
  "import.claimsNotFound": "اس PDF {count, plural, one {کا # حاشیہ} other {کے # حواشی}} متن میں نہیں ملے۔",
  "import.claimsDiffer":
    "اس PDF میں {count, plural, one {# حاشیہ مختلف ہے} other {# حواشی مختلف ہیں}}۔ آپ کا نسخہ برقرار رکھا گیا۔",
  "import.marksWithoutText":
    "اس PDF {count, plural, one {کا # نشان چھوڑ دیا گیا، کیونکہ وہ کسی متن پر نہیں اور کچھ نہیں کہتا} other {کے # نشان چھوڑ دیے گئے، کیونکہ وہ کسی متن پر نہیں اور کچھ نہیں کہتے}}۔",
  "import.controlsSkipped": "{count, plural, one {# کنٹرول حرف چھوڑ دیا گیا} other {# کنٹرول حروف چھوڑ دیے گئے}}۔",
  "import.noEncodingToChoose": "اس فائل کو صرف ایک ہی طریقے سے پڑھا جا سکتا ہے۔",
  "import.readByThis": "”{title}“ پہلے ہی Stancemark کے اسی ورژن سے پڑھا جا چکا ہے۔",
  "import.rereadUnsure": "نیا متن پرانے متن سے بہت مختلف ہے۔ دیکھ لیں کہ اس مقالے کے دعوے اور نوٹ درست الفاظ پر ہیں۔",
  "import.unknownEncoding": "”{name}“ تعاون یافتہ انکوڈنگ نہیں۔ {encodings} میں سے کوئی استعمال کریں۔",
  "import.bytesWithoutCharacter":
    "{encoding} میں اس فائل {count, plural, one {کی # بائٹ} other {کی # بائٹس}} کے لیے کوئی حرف نہیں۔ کوئی اور انکوڈنگ آزمائیں۔",
  "import.strayBytes":
    "{count, plural, one {# بائٹ UTF-8 نہیں اور windows-1252 کے طور پر پڑھی گئی} other {# بائٹس UTF-8 نہیں اور windows-1252 کے طور پر پڑھی گئیں}}۔",
  "import.cutOff": "فائل ایک حرف کے بیچ میں ختم ہوتی ہے۔ شاید اس کا کچھ حصہ غائب ہے۔",
  "import.foreignFormat":
    "{name} اس قسم کی ہے: {format}۔ Stancemark یہ فارمیٹ پڑھتا ہے: {formats}۔ فائل ان میں سے کسی شکل میں محفوظ کر کے درآمد کریں۔",
  "import.fieldsSkipped": "فائل کے شروع کے وہ خانے جو متن کا حصہ نہیں: {names}۔",
  "import.articleOnly":
    "صرف مضمون پڑھا گیا، یعنی اس صفحے کے متن کا {percent}%۔ سارا متن پڑھنے کے لیے ”پورا صفحہ“ چنیں۔",
  "import.noArticle": "اس صفحے پر کوئی مضمون نہیں ملا، اس لیے پورا صفحہ پڑھا گیا۔",
  "import.noPageInMhtml": "{name} میں کوئی ویب صفحہ نہیں ہے۔ صفحہ دوبارہ محفوظ کریں، یا اسے HTML کے طور پر محفوظ کریں۔",
  "import.bookProtected":
    "{name} نقل سے محفوظ (DRM) ہے، اس لیے اس کا متن پڑھا نہیں جا سکتا۔ ناشر سے غیر محفوظ نسخہ مانگیں۔",
  "import.bookIncomplete": "{name} خراب ہے: اس میں {file} موجود نہیں۔ کتاب دوبارہ ڈاؤن لوڈ کریں۔",
  "import.bookWithoutText": "{name} میں کوئی متن نہیں۔ شاید یہ تصویروں کی کتاب ہے۔",
  "import.mailbox":
    "{name} میں {count, number} پیغامات ہیں۔ Stancemark ایک وقت میں زیادہ سے زیادہ {most, number} پڑھتا ہے: میل باکس کو تقسیم کریں، یا پیغامات کو ‎.eml فائلوں میں محفوظ کریں۔",
  "import.mailDamaged":
    "Outlook کا یہ پیغام خراب ہے اور پڑھا نہیں جا سکتا۔ اسے دوبارہ محفوظ کریں، یا متن کے طور پر محفوظ کریں۔",
  "import.attachments":
    "{count, plural, one {# منسلک فائل درآمد نہیں ہوئی} other {# منسلک فائلیں درآمد نہیں ہوئیں}}: {files}۔ جو درکار ہو اسے محفوظ کر کے درآمد کریں۔",
  "import.attachment": "{name} ({size, number} کلوبائٹ)",
  "import.tooManyMailParts": "اس پیغام کے حصے پڑھنے کے لیے بہت زیادہ ہیں۔ اس کا متن الگ محفوظ کر کے درآمد کریں۔",
  "import.hiddenSkipped": "{count, plural, one {# پوشیدہ عبارت چھوڑ دی گئی} other {# پوشیدہ عبارتیں چھوڑ دی گئیں}}۔",
  "import.commentsSkipped": "{count, plural, one {# HTML تبصرہ چھوڑ دیا گیا} other {# HTML تبصرے چھوڑ دیے گئے}}۔",
  "import.scriptsSkipped":
    "{count, plural, one {# اسکرپٹ، اسٹائل یا ڈرائنگ چھوڑ دی گئی} other {# اسکرپٹس، اسٹائل اور ڈرائنگز چھوڑ دی گئیں}}۔",
  "import.htmlTooDeep":
    "اس HTML صفحے کی تہیں پڑھنے کے لیے بہت گہری ہیں۔ اسے سادہ متن کے طور پر محفوظ کر کے درآمد کریں۔",
  "format.gif": "تصویر (GIF)",
  "format.svg": "تصویر (SVG)",
  "format.oldOffice": "پرانے Microsoft Office کی دستاویز",
  "format.postscript": "PostScript فائل",
  "format.gzip": "دبی ہوئی فائل (gzip)",
  "format.sevenZip": "دبی ہوئی فائل (7-Zip)",
  "format.rar": "دبی ہوئی فائل (RAR)",
  "format.djvu": "DjVu دستاویز",
  "format.sqlite": "ڈیٹا بیس (SQLite)",
  "format.sound": "آواز یا ویڈیو کی فائل",
  "format.docx": "Word دستاویز (DOCX)",
  "format.xlsx": "اسپریڈ شیٹ (XLSX)",
  "format.pptx": "پریزنٹیشن (PPTX)",
  "format.epub": "برقی کتاب (EPUB)",
  "format.odt": "OpenDocument متن (ODT)",
  "format.openDocument": "OpenDocument فائل",
  "format.zip": "زپ آرکائیو",
  "pdf.noPages": "اس PDF میں کوئی صفحہ نہیں۔",
  "pdf.tooManyPages": "اس PDF میں {count, number} صفحات ہیں۔ Stancemark زیادہ سے زیادہ {most, number} پڑھتا ہے۔",
  "pdf.ownProgram":
    "یہ PDF ایسے تحفظ کے ساتھ ہے جو صرف اس کا اپنا پروگرام کھول سکتا ہے۔ غیر محفوظ نقل بنا کر اسے درآمد کریں۔",
  "pdf.unreadable": "یہ PDF اتنا خراب ہے کہ پڑھا نہیں جا سکتا۔",
  "pdf.passwordNeeded": "اس PDF کے لیے پاس ورڈ درکار ہے۔",
  "pdf.passwordWrong": "اس PDF کا پاس ورڈ غلط ہے۔",
  "pdf.noText": "اس PDF میں متن نہیں۔ اگر یہ اسکین ہے تو اسے OCR سے پڑھیں۔",
  "pdf.pagesWithoutText":
    "{count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}} پر متن نہیں۔ شاید {count, plural, one {یہ اسکین کیا گیا ہے: اسے} other {یہ اسکین کیے گئے ہیں: انہیں}} OCR سے پڑھیں۔",
  "pdf.pagesDamaged":
    "{count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}} خراب {count, plural, one {ہے} other {ہیں}} اور پڑھے نہیں جا سکے۔",
  "pdf.fontsGarbled":
    "{count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}}: فونٹ نہیں بتاتے کہ وہ کون سے حروف دکھاتے ہیں، اس لیے متن صفحے سے مختلف ہے۔ اقتباس سے پہلے صفحے سے ملا لیں۔",
  "pdf.fontsLacking":
    "{count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}}: فونٹ بعض جڑے ہوئے حروف (fi، ff، Th) چھوڑ دیتے ہیں، اس لیے الفاظ ادھورے ہیں۔ اقتباسات صفحے سے ملا لیں۔",
  "pdf.fontsNamed":
    "{count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}}: فونٹ نہیں بتاتے کہ وہ کون سے حروف دکھاتے ہیں، اس لیے حروف اپنی شکلوں کے ناموں سے پڑھے گئے ہیں۔ اقتباسات صفحے سے ملا لیں۔",
  "pdf.textAskew":
    "{count, plural, one {صفحہ} other {صفحات}} {pages}{more, plural, =0 {} other { اور مزید #}} پر ترچھا لکھا ہوا متن شامل نہیں کیا گیا۔ وہ صفحے کے منظر میں دکھائی دیتا ہے۔",
  "pdf.structureDamaged": "اس PDF کی ساخت خراب ہے، اس لیے اس میں حواشی شامل نہیں کیے جا سکتے۔",
  "pdf.encryptionUnsupported": "اس PDF کی انکرپشن تعاون یافتہ نہیں، اس لیے اس میں حواشی شامل نہیں کیے جا سکتے۔",
  "pdf.notRepaired": "یہ PDF خراب ہے اور اس کی مرمت نہیں ہو سکی۔",
  "archive.notOpened": "یہ آرکائیو نہیں کھولا گیا: {reason}۔",
  "archive.tooMuch": "یہ آرکائیو نہیں کھولا گیا کیونکہ اس میں {what} ہیں۔",
  "archive.fileDamaged": "”{file}“ خراب ہے",
  "archive.fileUnreadable": "”{file}“ پڑھی نہیں جا سکتی",
  "archive.fileTwice": "”{file}“ دو بار موجود ہے",
  "archive.fileIsLink": "”{file}“ لنک یا آلہ ہے",
  "archive.notZip": "یہ زپ آرکائیو نہیں",
  "archive.directoryDamaged": "اس کی فہرست خراب ہے",
  "archive.encrypted": "یہ انکرپٹ شدہ ہے",
  "archive.outside": "اس کی ایک فائل کا نام آرکائیو سے باہر لے جاتا ہے",
  "archive.files": "{count, number} سے زیادہ فائلیں",
  "archive.bytes": "بہت زیادہ بائٹس",
  "archive.ratio": "دبی ہوئی جسامت کے مقابلے میں مشکوک حد تک بڑی فائلیں",
  "bundle.repeatedChange":
    "اس لائبریری فائل میں ایک تبدیلی دو بار ہے، اس لیے درآمد نہیں کی گئی۔ اسے دوبارہ برآمد کریں۔",
  "bundle.unknownCoders":
    "اس لائبریری فائل میں {count, plural, one {# کوڈر کا نام نہیں} other {# کوڈروں کے نام نہیں}}؛ ان کی تبدیلیاں بغیر نام کے دکھائی دیں گی۔",
  "bundle.notOne": "یہ Stancemark کی لائبریری فائل نہیں۔",
  "bundle.newer": "یہ لائبریری فائل Stancemark کے نئے ورژن سے بنی ہے۔ اسے اسی ورژن سے کھولیں۔",
  "bundle.manifestDamaged": "یہ لائبریری فائل خراب ہے: اس کی فہرست پڑھی نہیں جا سکتی۔",
  "bundle.fileDamaged": "یہ لائبریری فائل خراب ہے: {file} کا مواد درست نہیں۔",
  "bundle.historyTooLarge": "اس لائبریری فائل کی تاریخ درآمد کے لیے بہت بڑی ہے۔",
  "bundle.historyDamaged": "یہ لائبریری فائل خراب ہے: اس کی تاریخ پڑھی نہیں جا سکتی۔",
  "bundle.historyInconsistent": "یہ لائبریری فائل خراب ہے: اس کی تاریخ میں تضاد ہے۔",
  "bundle.otherSource": "یہ لائبریری فائل خراب ہے: اس میں ”{title}“ کا ماخذ مختلف ہے۔",
  "bundle.otherText": "یہ لائبریری فائل خراب ہے: اس میں ”{title}“ کا متن مختلف ہے۔",
  "bundle.historyIncomplete":
    "اس لائبریری کی تاریخ نامکمل ہے، اس لیے اسے لائبریری فائل کے طور پر برآمد نہیں کیا جا سکتا۔ لائبریری کی جانچ کریں۔",
} as const satisfies Record<keyof typeof english, string>;
