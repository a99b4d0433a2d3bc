import type { cli as english } from "../en/cli.ts";

export const cli = {
  "cli.welcome": `{help}

یہاں سے شروع کریں:
  stancemark serve --open                        ورک بینچ براؤزر میں کھولیں
  stancemark import paper.pdf                    مقالہ درآمد کریں
  stancemark export paper --to paper-coded.pdf   مقالہ دعووں سمیت برآمد کریں
  stancemark help import                         کسی کمانڈ کی مدد دکھائیں`,
  "cli.titleForOne": "‎--title‎ صرف ایک فائل کے ساتھ استعمال ہو سکتا ہے۔",
  "cli.replacesForOne": "‎--replaces‎ صرف ایک فائل کے ساتھ استعمال ہو سکتا ہے۔",
  "cli.noFile": "فائل {file} موجود نہیں۔",
  "cli.isFolder": "{file} فولڈر ہے، فائل نہیں۔",
  "cli.fileUnreadable": "{file} پڑھی نہیں جا سکتی۔",
  "cli.noFolder": "{file} کا فولڈر موجود نہیں۔",
  "cli.notRegularFile": "{file} عام فائل نہیں، اس لیے کچھ نہیں لکھا گیا۔",
  "cli.fileUnwritable": "{file} لکھی نہیں جا سکتی۔",
  "cli.unknownFormat": "یہاں فارمیٹ ”{format}“ ممکن نہیں۔ {formats} میں سے کوئی استعمال کریں۔",
  "cli.codebookFormat": "کوڈ بک اس فارمیٹ میں برآمد نہیں ہو سکتی۔ {formats} میں سے کوئی استعمال کریں۔",
  "cli.notTemplate": "{file} رپورٹ کا سانچہ نہیں۔",
  "cli.notAch": "{file} متبادل مفروضوں کا مجموعہ نہیں: ”{where}“ غلط ہے۔",
  "cli.nameAch": "‎--name‎ سے بتائیں کہ کون سا: {names}۔",
  "cli.noAch": "لائبریری میں ابھی متبادل مفروضے نہیں۔ ‎--from‎ سے شامل کریں۔",
  "cli.claimExists": "یہ دعویٰ لائبریری میں پہلے سے ہے، اس لیے دوبارہ شامل نہیں کیا گیا۔",
  "cli.claimGone": "یہ دعویٰ اب لائبریری میں نہیں۔",
  "cli.codedAlready": "{id}  پہلے سے لائبریری میں ہے، {page}۔",
  "cli.alreadyCoded":
    "{count, plural, one {# دعویٰ پہلے سے لائبریری میں تھا} other {# دعوے پہلے سے لائبریری میں تھے}}، دوبارہ شامل نہیں کیے گئے۔",
  "cli.nothingCoded": "کوئی دعویٰ شامل نہیں ہوا۔",
  "cli.wrongParts": "یہ قدریں درست نہیں: {parts}۔",
  "cli.branches": "ایسی کوئی شاخ نہیں۔ شاخیں {branches} ہیں۔",
  "cli.pageRange": "اس مقالے کے صفحات 1 سے {pages} تک ہیں۔ ‎--from‎ اور ‎--to‎ اسی حد میں دیں۔",
  "cli.labelNeeded": "صفحات کے لیے نمبر یا ‎--prefix‎ درکار ہے۔",
  "cli.field": "‎--{field}‎: {problem}",
  "cli.fieldEmpty": "یہ خالی نہیں ہو سکتا۔",
  "cli.fieldDate": "تاریخ 2021،‏ 2021-03 یا 2021-03-09 کی شکل میں لکھیں۔",
  "cli.fieldLanguage": "زبان en یا zh-Hans کی شکل میں لکھیں۔",
  "cli.fieldLink": "لنک http://‎ یا https://‎ سے شروع ہوتا ہے۔",
  "cli.fieldLong": "یہ بہت طویل ہے۔",
  "cli.exposed":
    "دوسرے کمپیوٹر {address} تک پہنچ سکتے ہیں۔ اگر آپ یہی چاہتے ہیں تو ‎--let-others-in‎ شامل کریں، ورنہ ‎--address‎ نہ دیں۔",
  "cli.exposedWarning":
    "جو کوئی {address} تک پہنچ سکے اور نیچے کا پتہ جانتا ہو وہ یہ لائبریری پڑھ اور بدل سکتا ہے۔ رابطہ انکرپٹ شدہ نہیں۔",
  "cli.badAddress": "”{address}“ اس کمپیوٹر کا پتہ نہیں، جیسے 127.0.0.1۔",
  "cli.open": "{url} کھولیں",
  "cli.openAgain": "وہ پتہ استعمال ہو چکا۔ ایک اور ونڈو کے لیے: {url}",
  "cli.untilStopped": "روکنے کے لیے Ctrl+C دبائیں۔",
  "cli.noBrowser": "کوئی براؤزر نہیں کھل سکا۔ پتہ خود کھولیں۔",
  "cli.noPapers":
    "{names} میں کوئی دستاویز نہیں۔ PDF، Word، OpenDocument، RTF، EPUB، ویب صفحات، ای میل، تصاویر اور متن درآمد ہو سکتے ہیں۔",
  "cli.notImported": "{total, number} میں سے {count, number} فائلیں درآمد نہیں ہوئیں:",
  "cli.othersSkipped":
    "{count, plural, one {دوسری قسم کی # فائل چھوڑ دی گئی} other {دوسری قسم کی # فائلیں چھوڑ دی گئیں}}۔",
  "cli.fileFailed": "{file} درآمد نہیں ہوئی۔ {why}",
  "cli.wouldImport": "{file}: {facts}",
  "cli.fileDetails": "کوائف فائل سے",
  "cli.wouldBeDuplicate": "{file}: پہلے سے لائبریری میں ”{paper}“ کے نام سے ہے",
  "details.badPattern":
    "”{pattern}“ فائلوں کے ناموں کا سانچہ نہیں۔ title،‏ author،‏ date یا any کو {braces} میں لکھیں، ہر ایک صرف ایک بار، جیسے ”{example}“۔",
  "details.notTable":
    "{name} میں دستاویزات کے کوائف نہیں۔ اس میں ”file“ کا کالم اور title،‏ author اور date میں سے کم از کم ایک کالم چاہیے۔",
  "cli.importing": "درآمد جاری ہے",
  "cli.imported": "{total} میں سے {count} درآمد ہوئے",
  "cli.readByOlder": "{id}  {title}: پچھلے ورژن نے پڑھا",
  "cli.noneByOlder": "تمام مقالے اسی ورژن نے پڑھے ہیں۔",
  "cli.readAgain":
    "{id}  {title}: دوبارہ پڑھا گیا، {characters, number} حروف{unsure, plural, =0 {} one {؛ جانچنے کا # مقام} other {؛ جانچنے کے # مقامات}}",
  "cli.notReadAgain": "{id}  {title}: {reason}",
  "cli.ocrDone":
    "{id}  {title}: {pages, plural, one {# صفحہ} other {# صفحات}} OCR سے پڑھے گئے، {characters, number} حروف",
  "cli.importedPaper":
    "{id}  {title} ({format}، {pages, plural, one {# صفحہ} other {# صفحات}}، {characters, number} حروف)",
  "cli.alreadyThere": "{paper}: پہلے سے لائبریری میں ہے",
  "cli.withAnnotations": "{paper}، {count, plural, one {# حاشیہ درآمد ہوا} other {# حواشی درآمد ہوئے}}",
  "cli.removed": "”{title}“ ہٹا دیا گیا۔",
  "cli.written":
    "{file} محفوظ ہو گئی: {annotations, plural, =0 {کوئی دعویٰ یا نوٹ نہیں} one {# دعویٰ یا نوٹ} other {# دعوے اور نوٹ}}، {bytes, plural, one {# بائٹ} other {# بائٹس}}۔",
  "cli.writtenTo": "{file} محفوظ ہو گئی۔",
  "cli.previousFile": "پچھلی فائل {file} کے نام سے محفوظ کر دی گئی۔",
  "cli.bundleImported":
    "{papers, plural, one {# مقالہ} other {# مقالے}} اور {changes, plural, one {# تبدیلی} other {# تبدیلیاں}} درآمد ہوئیں، اور {merged, plural, one {# ریکارڈ ضم ہوا} other {# ریکارڈ ضم ہوئے}}۔",
  "cli.merged": "{count, plural, one {# ریکارڈ ضم ہوا} other {# ریکارڈ ضم ہوئے}}۔",
  "cli.none": "کوئی نہیں۔",
  "cli.undoNext": "اگلا کالعدم: {label}",
  "cli.redoNext": "اگلا بحال: {label}",
  "cli.undone": "{line}  (کالعدم)",
  "cli.alreadySo": "بدلنے کے لیے کچھ نہیں۔",
  "cli.done": "{label}۔",
  "cli.dryRun": "{label} (آزمائشی):",
  "cli.nothingToUndo": "کالعدم کرنے کے لیے کچھ نہیں۔",
  "cli.nothingToRedo": "بحال کرنے کے لیے کچھ نہیں۔",
  "cli.verified": "کوئی مسئلہ نہیں ملا۔",
  "cli.backedUp": "بیک اپ {name} محفوظ ہو گیا ({bytes, plural, one {# بائٹ} other {# بائٹس}})۔",
  "cli.backedUpTo":
    "{folder} میں بیک اپ ہو گیا: {papers, plural, one {# مقالہ} other {# مقالے}}، {files, plural, one {# فائل نقل ہوئی} other {# فائلیں نقل ہوئیں}}۔ کسی بھی کمپیوٹر پر بحال کرنے کے لیے: stancemark restore --from {folder} --library NEW",
  "cli.backupPlace": "دوسرا بیک اپ روزانہ {folder} میں بنتا ہے۔",
  "cli.noBackupPlace": "کوئی دوسرا بیک اپ نہیں بنتا۔",
  "cli.backupFailed": "روزانہ کا بیک اپ نہیں ہو سکا۔ {reason} آپ کا کام محفوظ ہے۔",
  "cli.backup": "{name}  {bytes, plural, one {# بائٹ} other {# بائٹس}}",
  "cli.repaired":
    "{count, plural, one {# ریکارڈ بحال ہوا} other {# ریکارڈ بحال ہوئے}}۔ خراب فائلیں لائبریری کے فولڈر کے {folder} میں ہیں۔",
  "cli.restored": "{at, date, medium} {at, time, short} کا بیک اپ بحال ہو گیا۔",
  "cli.restoreThis": "یہ بیک اپ بحال کریں؟",
  "cli.restoredUndo": "پہلے والی حالت پر واپس جانے کے لیے چلائیں: ‎stancemark undo‎",
  "cli.notRestored": "کچھ بحال نہیں کیا گیا۔",
  "cli.sharing":
    "{sharing, select, group {فولڈر کا گروپ یہ لائبریری پڑھ اور بدل سکتا ہے۔} everyone {اس کمپیوٹر کا ہر صارف یہ لائبریری پڑھ سکتا ہے۔} other {اس لائبریری کی فائلیں صرف آپ کھول سکتے ہیں۔}}",
  "cli.hits":
    "{title} ({id}): {places, plural, one {# جگہ} other {# جگہیں}}، {annotations, plural, =0 {کوئی دعویٰ یا نوٹ نہیں} one {# دعویٰ یا نوٹ} other {# دعوے اور نوٹ}}",
  "cli.coded": "{id}  شامل ہوا، {page}۔",
  "cli.passages": "{count, plural, =0 {کوئی اقتباس نہیں ملا۔} one {# اقتباس ملا۔} other {# اقتباسات ملے۔}}",
  "cli.passagesMore":
    "{count, plural, one {# اور اقتباس حد سے باہر ہے اور چھوڑ دیا گیا} other {# اور اقتباسات حد سے باہر ہیں اور چھوڑ دیے گئے}}۔ تلاش محدود کریں۔",
  "cli.codedOf": "{total} میں سے {count} دعوے شامل ہوئے۔",
  "cli.failedRow": "سطر {row}: {reason}",
  "cli.codebookImported":
    "{issues, plural, one {# مسئلہ} other {# مسائل}}، {stances, plural, one {# موقف} other {# موقف}} اور {actors, plural, one {# فریق} other {# فریق}} شامل ہوئے۔{updated, plural, =0 {} one { # اندراج میں اضافہ ہوا۔} other { # اندراجات میں اضافہ ہوا۔}}",
  "cli.issueAdded": "شامل  {path}",
  "cli.listedIssue": "مسئلہ   {path}",
  "cli.listedArchived": "مسئلہ   {path}  آرکائیو شدہ",
  "cli.listedStance": "موقف  {glyph} {name}",
  "cli.listedActor": "فریق   {name}",
  "cli.labelInFile": "{page}  {label}  (فائل میں: {given})",
  "cli.paper":
    "{id}  {title} ({pages, plural, one {# صفحہ} other {# صفحات}}، {annotations, plural, =0 {کوئی دعویٰ یا نوٹ نہیں} one {# دعویٰ یا نوٹ} other {# دعوے اور نوٹ}}، احاطہ {coverage}%)",
  "cli.detailsSame": "{title}: کوئی تبدیلی نہیں۔",
  "cli.detailsChanged": "{title}: کوائف بدل گئے۔",
  "cli.effectRecoded":
    "{papers, plural, one {# مقالے} other {# مقالوں}} میں {claims, plural, one {# دعوے} other {# دعووں}} کی کوڈنگ بدلے گی۔",
  "cli.effectJoined": "{count, plural, one {# دہری پوزیشن ضم} other {# دہری پوزیشنیں ضم}}۔",
  "cli.effectUncoded":
    "{count, plural, one {# دعوے} other {# دعووں}} کی کوئی پوزیشن نہیں رہتی؛ {count, plural, one {وہ نوٹ بن جاتا ہے} other {وہ نوٹ بن جاتے ہیں}}۔",
  "cli.effectGone": "حذف: {names}۔",
  "cli.effectMoved": "منتقل: {names}۔",
  "cli.effectFilters": "محفوظ فلٹر بھی بدل جاتے ہیں۔",
  "cli.fact": "{field}: {text}",
  "cli.paperLine": "{id}  {title}",
  "usage.unknownOption": "‎{name}‎ نام کا کوئی اختیار نہیں۔ اختیارات دیکھنے کے لیے ‎--help‎ شامل کریں۔",
  "usage.optionMeant": "‎{name}‎ نام کا کوئی اختیار نہیں۔ کیا آپ کا مطلب ‎{similar}‎ تھا؟",
  "usage.unknownCommand": "‎{name}‎ نام کی کوئی کمانڈ نہیں۔ کمانڈز دیکھنے کے لیے ‎`stancemark --help`‎ چلائیں۔",
  "usage.commandMeant": "‎{name}‎ نام کی کوئی کمانڈ نہیں۔ کیا آپ کا مطلب ‎{similar}‎ تھا؟",
  "usage.missingArgument": "کمانڈ کو ‎<{name}>‎ درکار ہے۔ استعمال کا طریقہ دیکھنے کے لیے ‎--help‎ شامل کریں۔",
  "usage.missingOption": "کمانڈ کو ‎{name}‎ درکار ہے۔ استعمال کا طریقہ دیکھنے کے لیے ‎--help‎ شامل کریں۔",
  "usage.conflictingOption": "‎{name}‎ اور ‎{other}‎ میں سے ایک ہی استعمال کریں۔",
  "usage.missingValue": "اختیار ‎{name}‎ کو قدر درکار ہے۔",
  "usage.tooMany":
    "{most, plural, =0 {کمانڈ کوئی قدر نہیں لیتی} one {کمانڈ ایک قدر لیتی ہے} other {کمانڈ # قدریں لیتی ہے}}، مگر یہ دی گئیں: {given}۔ جس قدر میں خالی جگہ ہو اسے واوین میں لکھیں۔",
  "usage.choices": "‎{name}‎ کے لیے ”{value}“ درست نہیں۔ ان میں سے ایک دیں: ‎{choices}‎۔",
  "usage.invalidValue": "‎{name}‎ کے لیے ”{value}“ درست نہیں۔ {reason}",
  "usage.wholeNumber": "یہ {least} سے {most} تک کا پورا عدد ہونا چاہیے۔",
  "usage.wholeNumberFrom": "یہ {least} یا اس سے بڑا پورا عدد ہونا چاہیے۔",
  "usage.amount": "یہ 0 یا اس سے بڑا عدد ہونا چاہیے۔",
  "usage.libraryEmpty": "‎--library‎ کو کسی فولڈر کا راستہ درکار ہے۔",
  "usage.dailyNeedsTo": "‎--daily‎ کے ساتھ ‎--to‎ بھی دیں۔",
  "usage.dryRunFrom": "‎--dry-run‎ کو ‎--from‎ کے ساتھ استعمال نہیں کیا جا سکتا، کیونکہ وہ صرف نئی لائبریری لکھتا ہے۔",
  "usage.libraryIsFile": "{folder} فائل ہے، لائبریری کا فولڈر نہیں۔",
  "usage.noLibrary":
    "{folder} میں کوئی لائبریری نہیں۔ راستہ جانچیں، یا وہاں لائبریری بنانے کے لیے کوئی مقالہ درآمد کریں۔",
  "usage.annotate": "ایک عبارت کوڈ کرنے کے لیے مقالہ اور ‎--quote‎ یا ‎--area‎ دیں؛ بہت سی کے لیے ‎--from‎ دیں۔",
  "usage.area":
    "”{value}“ خطہ نہیں ہے۔ صفحہ،x،y،چوڑائی،اونچائی لکھیں: صفحے کا شمار 1 سے، پھر پوائنٹ، مثلاً ‎3,72,120,300,200‎",
  "usage.stanceNeedsIssue": "ہر ‎--stance‎ کے ساتھ اس کا ‎--issue‎ ضروری ہے۔",
  "usage.paperSet": "بتائیں کہ کیا درج کرنا ہے، مثلاً ‎--title‎۔ اختیارات دیکھنے کے لیے ‎--help‎ شامل کریں۔",
} as const satisfies Record<keyof typeof english, string>;
