import { starterBranches } from "../../shared/codebook/starter.ts";
/**
 * The help of the command line in Urdu, by its English text, as gettext does it: the English stays where a command is
 * defined. A text that is missing here, or that no command has, fails help.test.ts.
 */
export const urduHelp: Readonly<Record<string, string>> = {
  "Usage:": "استعمال:",
  "Commands:": "کمانڈز:",
  "Options:": "اختیارات:",
  "Arguments:": "دلائل:",
  "Global Options:": "عمومی اختیارات:",
  choices: "انتخاب",
  default: "طے شدہ",
  env: "ماحولیاتی متغیر",
  "Import papers, code claims by actor, issue and stance, and export annotated PDFs, reports and data.":
    "مقالے درآمد کریں، دعووں کو فریق، مسئلے اور موقف کے ساتھ کوڈ کریں، اور حاشیوں والی PDF، رپورٹیں اور ڈیٹا برآمد کریں۔",
  "print the version": "ورژن دکھائیں",
  "show help": "مدد دکھائیں",
  "show help for a command": "کسی کمانڈ کی مدد دکھائیں",
  "library folder": "لائبریری کا فولڈر",
  "in the user-data folder": "صارف کے ڈیٹا فولڈر میں",
  "name of the coder": "کوڈر کا نام",
  "print the result as JSON": "نتیجہ JSON میں دکھائیں",
  "language of messages": "پیغامات کی زبان",

  "read pages without text with OCR, in languages such as eng,urd":
    "بغیر متن کے صفحات OCR سے پڑھیں، eng,urd جیسی زبانوں میں",
  "folder with more OCR languages (.traineddata)": "OCR کی مزید زبانوں (‎.traineddata) کا فولڈر",
  "read scanned pages of a paper with OCR; claims and notes stay at their words":
    "مقالے کے اسکین شدہ صفحات OCR سے پڑھیں؛ دعوے اور نوٹ اپنے الفاظ پر رہتے ہیں",
  "list papers that an earlier version has read, or read them again; claims and notes stay at their words":
    "پچھلے ورژن کے پڑھے ہوئے مقالے دکھائیں یا انہیں دوبارہ پڑھیں؛ دعوے اور نوٹ اپنے الفاظ پر رہتے ہیں",
  "read all of them again": "ان سب کو دوبارہ پڑھیں",
  "pages such as 1-3,7, counted from 1; all pages without text if not given":
    "صفحات جیسے 1-3,7، گنتی 1 سے؛ نہ دیے جائیں تو بغیر متن کے تمام صفحات",
  "languages of the text, such as eng,urd": "متن کی زبانیں، جیسے eng,urd",
  "text of a document with tracked changes (default: accepted)":
    "درج شدہ تبدیلیوں والی دستاویز کا متن (طے شدہ: accepted)",
  "import papers, also all of a folder": "مقالے درآمد کریں، پورے فولڈر کے بھی",
  [`add a general list of policy issues: ${starterBranches("en").join(", ")}`]: `پالیسی کے عمومی مسائل کی فہرست شامل کریں: ${starterBranches("ur").join("، ")}`,
  title: "عنوان",
  "title of the paper": "مقالے کا عنوان",
  "author of the paper": "مقالے کا مصنف",
  "date of the paper: 2021, 2021-03 or 2021-03-09": "مقالے کی تاریخ: 2021،‏ 2021-03 یا 2021-03-09",
  "password of an encrypted PDF": "انکرپٹ شدہ PDF کا پاس ورڈ",
  "encoding of a text, such as windows-1250, cp850 or macintosh; detected if not given":
    "متن کی انکوڈنگ، جیسے windows-1250،‏ cp850 یا macintosh؛ نہ دی جائے تو خود پہچانی جاتی ہے",
  "keep each line of a plain text, or join lines into paragraphs; detected if not given":
    "سادہ متن کی ہر سطر برقرار رکھیں، یا سطریں جوڑ کر پیراگراف بنائیں؛ نہ دیا جائے تو خود طے ہوتا ہے",
  "read all of a web page, with menus and notices, instead of its article":
    "ویب صفحے کا صرف مضمون نہیں، مینو اور اعلانات سمیت پورا صفحہ پڑھیں",
  "import as a new version of this paper, and carry its claims and notes over":
    "اس مقالے کے نئے نسخے کے طور پر درآمد کریں، اور اس کے دعوے اور نوٹ منتقل کریں",
  "list the versions of a paper, oldest first": "مقالے کے نسخوں کی فہرست دکھائیں، سب سے پرانا پہلے",
  "list the claims and notes that differ from the earlier version":
    "وہ دعوے اور نوٹ دکھائیں جو پچھلے نسخے سے مختلف ہیں",
  "list or decide what was not carried over from the earlier version with certainty":
    "پچھلے نسخے کی جو چیزیں یقین سے منتقل نہیں ہوئیں، انہیں دکھائیں یا ان کا فیصلہ کریں",
  "carry these over: same, moved or changed, separated by commas":
    "انہیں منتقل کریں: same،‏ moved یا changed، کوما سے الگ",
  "leave these in the earlier version": "انہیں پچھلے نسخے ہی میں چھوڑ دیں",
  "move a claim or note to a quote; one of an earlier version is carried over":
    "دعوے یا نوٹ کو ایک اقتباس پر رکھیں؛ پچھلے نسخے کا ہو تو منتقل ہو جاتا ہے",
  "show a paper, given by title or by the beginning or end of its identifier":
    "مقالہ دکھائیں، عنوان سے یا شناخت کے شروع یا آخر کے حروف سے",
  "print the paper's text": "مقالے کا متن دکھائیں",
  "remove a paper with its claims and notes; `undo` restores them":
    "مقالہ اس کے دعووں اور نوٹوں سمیت ہٹائیں؛ ‎`undo`‎ سے سب واپس آ جاتا ہے",
  "list papers": "مقالوں کی فہرست دکھائیں",
  "sort by": "ترتیب کی بنیاد",
  "in descending order": "نزولی ترتیب میں",
  "only papers with this tag": "صرف اس ٹیگ والے مقالے",
  "only papers in this collection": "صرف اس مجموعے کے مقالے",
  "search title, authors, tags, note and other details": "عنوان، مصنفین، ٹیگ، نوٹ اور دوسرے کوائف میں تلاش کریں",
  "edit the details of papers": "مقالوں کے کوائف بدلیں",
  "set title, authors, date and other details": "عنوان، مصنفین، تاریخ اور دوسرے کوائف درج کریں",
  "names, separated by semicolons": "نام، سیمی کولن سے الگ",
  "date of publication: 2021, 2021-03 or 2021-03-09; empty if unknown":
    "تاریخِ اشاعت: 2021،‏ 2021-03 یا 2021-03-09؛ نامعلوم ہو تو خالی",
  "publisher or source": "ناشر یا ماخذ",
  "web address": "ویب کا پتہ",
  "language, such as en or zh-Hans": "زبان، جیسے en یا zh-Hans",
  "identifiers such as doi:10.1000/182, separated by semicolons": "شناختیں جیسے doi:10.1000/182، سیمی کولن سے الگ",
  "all tags, separated by semicolons": "تمام ٹیگ، سیمی کولن سے الگ",
  "all collections, separated by semicolons": "تمام مجموعے، سیمی کولن سے الگ",
  note: "نوٹ",
  "add or remove tags and collections": "ٹیگ اور مجموعے شامل کریں یا ہٹائیں",
  "can be repeated": "ایک سے زیادہ بار دیا جا سکتا ہے",
  "show the page labels; with --from or --to, set those of a range of pages":
    "صفحات کے نمبر دکھائیں؛ ‎--from‎ یا ‎--to‎ کے ساتھ صفحات کی ایک حد کے نمبر مقرر کریں",
  "first page of the range, counted from 1": "حد کا پہلا صفحہ، 1 سے گنتے ہوئے",
  "last page of the range (default: the last page)": "حد کا آخری صفحہ (طے شدہ: آخری صفحہ)",
  "kind of numbers": "نمبروں کی قسم",
  "text before each number": "ہر نمبر سے پہلے کا متن",
  "number of the first page of the range": "حد کے پہلے صفحے کا نمبر",
  "restore the labels of the file": "فائل کے اپنے نمبر بحال کریں",
  "only show what would change": "صرف دکھائیں کہ کیا بدلے گا",
  "code a passage by its quote, or many passages from a file":
    "اقتباس دے کر ایک عبارت کوڈ کریں، یا فائل سے بہت سی عبارتیں",
  "words of the passage, as the paper has them": "عبارت کے الفاظ، جیسے مقالے میں ہیں",
  "a rectangle on a page: its number from 1, points from the upper left corner":
    "صفحے پر ایک مستطیل: صفحے کا شمار 1 سے، اوپر کے بائیں کونے سے پوائنٹ میں",
  "which occurrence of the quote, from 1": "اقتباس کتنی بار آنے پر، 1 سے",
  "an issue such as Water/Allocation; repeat in pairs with --stance":
    "مسئلہ، جیسے Water/Allocation؛ ‎--stance‎ کے ساتھ جوڑوں میں دہرائیں",
  "name, symbol or key of a stance; without it the claim has no stance":
    "موقف کا نام، علامت یا کلید؛ اس کے بغیر دعوے کا کوئی موقف نہیں",
  "who makes the claim": "دعویٰ کرنے والا فریق",
  "1 to 3": "1 سے 3",
  "1 to 5": "1 سے 5",
  "note on the claim": "دعوے پر نوٹ",
  "CSV or JSON with the columns paper, quote, area, nth, issue, stance, actor, strength, certainty, note, coder":
    "CSV یا JSON جس میں یہ کالم ہوں: paper،‏ quote،‏ area،‏ nth،‏ issue،‏ stance،‏ actor،‏ strength،‏ certainty،‏ note،‏ coder",
  "list claims": "دعووں کی فہرست دکھائیں",
  "only on this issue": "صرف اس مسئلے پر",
  "only with this stance": "صرف اس موقف کے ساتھ",
  "only by this actor": "صرف اس فریق کے",
  "words or conditions, such as issue:Water NOT (stance:+ OR certainty:..2)":
    "الفاظ یا شرائط، جیسے ‎issue:Water NOT (stance:+ OR certainty:..2)‎",
  'search for words and "phrases" in papers, claims and notes':
    'مقالوں، دعووں اور نوٹوں میں الفاظ اور ‎"‎فقرے‎"‎ تلاش کریں',
  "only in this paper; can be repeated": "صرف اس مقالے میں؛ ایک سے زیادہ بار دیا جا سکتا ہے",
  "maximum number of matches": "زیادہ سے زیادہ نتائج",
  "show or edit issues, stances and actors": "مسائل، موقف اور فریق دکھائیں یا بدلیں",
  "print the codebook": "کوڈ بک دکھائیں",
  "import a codebook from CSV or JSON; adds what is missing":
    "CSV یا JSON سے کوڈ بک درآمد کریں؛ جو موجود نہ ہو وہ شامل ہوتا ہے",
  "export the codebook as .csv or .json": "کوڈ بک ‎.csv‎ یا ‎.json‎ میں برآمد کریں",
  "suggest issues from the headings of a paper": "مقالے کی سرخیوں سے مسائل تجویز کریں",
  "add them to the codebook": "انہیں کوڈ بک میں شامل کریں",
  "add an issue (a path such as Water/Price), a stance or an actor":
    "مسئلہ (راستہ جیسے Water/Price)، موقف یا فریق شامل کریں",
  "CSV with the columns file, title, author and date (default: one in the folder)":
    "CSV جس میں file،‏ title،‏ author اور date کے کالم ہوں (طے شدہ: فولڈر میں موجود)",
  "read details from file names, such as “{author} - {date} - {title}”":
    "کوائف فائلوں کے ناموں سے لیں، جیسے ”‎{author} - {date} - {title}‎“",
  "only show what would be imported": "صرف دکھائیں کہ کیا درآمد ہوگا",
  "what the names refer to": "نام کس چیز کے ہیں",
  "rename an issue, stance or actor": "مسئلے، موقف یا فریق کا نام بدلیں",
  "move within the tree or the order": "درخت یا ترتیب میں منتقل کریں",
  'the new parent; "" for none': 'نیا بالائی اندراج؛ کوئی نہ ہو تو ""',
  "position among its siblings, from 1 (default: last)": "ہم درجہ اندراجات میں جگہ، 1 سے (طے شدہ: آخر میں)",
  "merge into another, with all its claims": "تمام دعووں سمیت دوسرے میں ضم کریں",
  "move the claims that match a filter to a new issue": "فلٹر پر پورے اترنے والے دعوے نئے مسئلے میں منتقل کریں",
  "which claims to move": "کون سے دعوے منتقل ہوں",
  "make the new issue a sub-issue of the old one": "نئے مسئلے کو پرانے کا ذیلی مسئلہ بنائیں",
  'set definition, colour, key and other properties; "" clears one':
    'تعریف، رنگ، کلید اور دوسری خصوصیات درج کریں؛ "" سے خصوصیت مٹ جاتی ہے',
  "what it means": "اس کا مطلب",
  "colour, such as #3f6f4e": "رنگ، جیسے ‎#3f6f4e‎",
  "when to code it": "کب کوڈ کیا جائے",
  "when to use another issue": "کب دوسرا مسئلہ استعمال کیا جائے",
  "an example; can be repeated": "مثال؛ ایک سے زیادہ بار دی جا سکتی ہے",
  "shortcut key; 1 to 9 for an issue": "شارٹ کٹ کلید؛ مسئلے کے لیے 1 سے 9",
  "archive: no longer suggested for new claims": "آرکائیو کریں: نئے دعووں کے لیے تجویز نہیں ہوگا",
  unarchive: "آرکائیو سے نکالیں",
  "symbol of a stance": "موقف کی علامت",
  "polarity of a stance: 1, 0, -1 or none": "موقف کی سمت: 1،‏ 0،‏ ‎-1‎ یا none",
  "other name of an actor; can be repeated": "فریق کا دوسرا نام؛ ایک سے زیادہ بار دیا جا سکتا ہے",
  "kind of actor: person, organisation, state": "فریق کی قسم: person،‏ organisation،‏ state",
  "delete, with the positions coded with it": "حذف کریں، اس سے کوڈ کی گئی پوزیشنوں سمیت",
  "what claims with a removed stance get: another stance, or none":
    "ہٹائے گئے موقف والے دعووں کو کیا ملے: دوسرا موقف، یا none",
  "export a paper with its claims: pdf, html, md, docx, csv, xlsx, json":
    "مقالہ دعووں سمیت برآمد کریں: pdf،‏ html،‏ md،‏ docx،‏ csv،‏ xlsx،‏ json",
  "output file; an existing file is renamed to FILE~, FILE~2 …":
    "نئی فائل؛ پہلے سے موجود فائل کا نام FILE~‎،‏ FILE~2 … ہو جاتا ہے",
  "output format (default: by file extension)": "فارمیٹ (طے شدہ: فائل کے لاحقے کے مطابق)",
  "password of an encrypted PDF; the copy stays encrypted": "انکرپٹ شدہ PDF کا پاس ورڈ؛ نقل بھی انکرپٹ شدہ رہتی ہے",
  "colour highlights by": "نشان زد عبارتوں کے رنگ کی بنیاد",
  "leave out the pages with chart and index": "چارٹ اور اشاریے والے صفحات چھوڑ دیں",
  "replace names of coders by Coder 1, Coder 2 …": "کوڈروں کے نام کی جگہ Coder 1،‏ Coder 2 … لکھیں",
  "leave out notes": "نوٹ چھوڑ دیں",
  "export a report: html, pdf, docx, md, xlsx, csv, json": "رپورٹ برآمد کریں: html،‏ pdf،‏ docx،‏ md،‏ xlsx،‏ csv،‏ json",
  "only these papers": "صرف یہ مقالے",
  "only claims that match these words or conditions": "صرف وہ دعوے جو ان الفاظ یا شرائط پر پورے اتریں",
  "Brief, Everything, a template of the library, or a JSON file":
    "Brief،‏ Everything، لائبریری کا کوئی سانچہ، یا JSON فائل",
  "count and compare claims; print the result or write it to a file":
    "دعوے گنیں اور ان کا موازنہ کریں؛ نتیجہ دکھائیں یا فائل میں لکھیں",
  "cross-tabulate claims (default: issues by stances)": "دعووں کا تقابلی جدول (طے شدہ: مسائل اور موقف)",
  "csv, json, graphml, matrix; default: by file extension":
    "csv،‏ json،‏ graphml،‏ matrix؛ طے شدہ: فائل کے لاحقے کے مطابق",
  rows: "قطاریں",
  columns: "کالم",
  "what a cell counts": "خانے میں کیا گنا جائے",
  "length of a period": "مدت کی لمبائی",
  "date of the paper, or of the coding": "مقالے کی تاریخ، یا کوڈنگ کی",
  "network of actors: csv lists the ties, matrix the weights, graphml is for other programs":
    "فریقوں کا جال: csv میں تعلقات کی فہرست، matrix میں وزن، graphml دوسرے پروگراموں کے لیے",
  "kind of tie": "تعلق کی قسم",
  "kind of nodes": "نوڈ کی قسم",
  "how to normalise weights": "وزن معمول پر لانے کا طریقہ",
  "how to count duplicates": "دہرے اندراجات گننے کا طریقہ",
  "what a stance of polarity 0 means": "صفر سمت والے موقف کا مطلب",
  "leave out nodes without ties": "جن نوڈ کا کوئی تعلق نہیں انہیں چھوڑ دیں",
  "minimum weight of a tie": "تعلق کا کم سے کم وزن",
  "compute time windows of this many days": "اتنے دنوں کے وقفوں میں حساب کریں",
  "days from one window to the next (default: the length of a window)":
    "ایک وقفے سے دوسرے تک کے دن (طے شدہ: وقفے کی لمبائی)",
  "count positions over time": "وقت کے ساتھ پوزیشنیں گنیں",
  "one row for each": "ہر قطار کس کے لیے",
  "list opposite positions on one issue, strongest first": "ایک ہی مسئلے پر متضاد پوزیشنوں کی فہرست، سب سے واضح پہلے",
  "share of each paper covered by claims and notes": "ہر مقالے کا کتنا حصہ دعووں اور نوٹوں میں آیا",
  "issues that occur together": "ایک ساتھ آنے والے مسائل",
  "how close together": "کتنے قریب",
  "maximum number of words between them": "درمیان میں زیادہ سے زیادہ الفاظ",
  "find passages by proximity, such as issue:Water NEAR/10 issue:Roads":
    "قربت سے عبارتیں تلاش کریں، جیسے ‎issue:Water NEAR/10 issue:Roads‎",
  "count passages and presence by": "عبارتیں اور موجودگی گننے کی بنیاد",
  "maximum number of results": "زیادہ سے زیادہ نتائج",
  "filters joined by OVERLAPS, INSIDE, AROUND, NEAR, NEAR/sentence, NEAR/10; NOT before one":
    "فلٹر جنہیں OVERLAPS،‏ INSIDE،‏ AROUND،‏ NEAR،‏ NEAR/sentence یا NEAR/10 جوڑے؛ نفی کے لیے پہلے NOT",
  "competing hypotheses: scores, diagnosticity, decisive evidence": "متبادل مفروضے: اسکور، تشخیصی قدر، فیصلہ کن شواہد",
  "identifier, if there are several": "شناخت، اگر ایک سے زیادہ ہوں",
  "first save the hypotheses and evidence of a JSON file in the library":
    "پہلے JSON فائل کے مفروضے اور شواہد لائبریری میں محفوظ کریں",
  "show changes, newest first": "تبدیلیاں دکھائیں، نئی سے پرانی",
  "only of one claim, given by the beginning or end of its identifier":
    "صرف ایک دعوے کی، جو اپنی شناخت کے شروع یا آخر کے حروف سے دیا جائے",
  "code all passages with these words on an issue, as one change":
    "ان الفاظ والے تمام اقتباسات کو ایک مسئلے پر کوڈ کریں، ایک ہی تبدیلی میں",
  "the issue, such as Water/Allocation": "مسئلہ، مثلاً Water/Allocation",
  "name, symbol or key of a stance; without it the claims have no stance":
    "موقف کا نام، علامت یا کلید؛ اس کے بغیر دعووں کا کوئی موقف نہیں ہوتا",
  "who makes the claims": "دعوے کون کرتا ہے",
  "what is coded around the words": "الفاظ کے گرد کیا کوڈ ہو",
  "list the passages and code nothing": "اقتباسات کی فہرست دکھائیں، کچھ کوڈ نہ کریں",
  "only by this coder": "صرف اس کوڈر کی",
  "only changes that contain these words": "صرف وہ تبدیلیاں جن میں یہ الفاظ ہوں",
  "only changes before this one": "صرف اس سے پہلے کی تبدیلیاں",
  "maximum number of changes": "زیادہ سے زیادہ تبدیلیاں",
  "show what each change changed": "دکھائیں کہ ہر تبدیلی نے کیا بدلا",
  "restore a claim to its version after a change": "دعوے کو کسی تبدیلی کے بعد کی صورت میں بحال کریں",
  "to its version before the change": "تبدیلی سے پہلے کی صورت میں",
  "undo the last change": "آخری تبدیلی کالعدم کریں",
  "redo the last undone change": "آخری کالعدم تبدیلی بحال کریں",
  "check every file, quote and reference": "ہر فائل، اقتباس اور حوالے کی جانچ کریں",
  "back up the library and verify the backup": "لائبریری کا بیک اپ لیں اور اس کی جانچ کریں",
  "in this folder, as on another disk, with sources and texts":
    "اس فولڈر میں، مثلاً کسی اور ڈسک پر، اصل فائلوں اور متن سمیت",
  "with --to, do so each day from now on": "‎--to‎ کے ساتھ، اب سے ہر روز",
  "stop the daily backup in another folder": "دوسرے فولڈر میں روزانہ کا بیک اپ بند کریں",
  "make a new library of the backup that `backup --to` made in this folder":
    "اس فولڈر میں ‎`backup --to`‎ کے بنائے ہوئے بیک اپ سے نئی لائبریری بنائیں",
  "show or choose who else on this computer may open the library's files":
    "دکھائیں یا طے کریں کہ اس کمپیوٹر پر اور کون لائبریری کی فائلیں کھول سکتا ہے",
  "owner for nobody else, group for writing, everyone for reading":
    "owner: اور کوئی نہیں، group: لکھنے کے لیے، everyone: پڑھنے کے لیے",
  "print one address only; each works once": "صرف ایک پتہ دکھائیں؛ ہر پتہ ایک بار کام کرتا ہے",
  "list backups, newest first": "بیک اپ کی فہرست دکھائیں، نئے سے پرانے",
  "continue with what could be read of a damaged library; damaged files are moved, never deleted":
    "خراب لائبریری کا جو حصہ پڑھا جا سکا اس کے ساتھ کام جاری رکھیں؛ خراب فائلیں الگ رکھی جاتی ہیں، کبھی مٹائی نہیں جاتیں",
  "do not ask": "نہ پوچھیں",
  "restore a backup (default: the latest); you can undo this":
    "بیک اپ بحال کریں (طے شدہ: تازہ ترین)؛ یہ کالعدم کیا جا سکتا ہے",
  "export or import a library file": "لائبریری فائل برآمد یا درآمد کریں",
  "export sources, texts, claims, codebook and history as one zip file":
    "ماخذ، متن، دعوے، کوڈ بک اور سرگزشت ایک zip فائل میں برآمد کریں",
  "only these papers with their claims and notes": "صرف یہ مقالے، دعووں اور نوٹوں سمیت",
  "copy into an empty library, or merge into any other as a single change":
    "خالی لائبریری میں نقل کریں، یا کسی اور میں ایک ہی تبدیلی کے طور پر ضم کریں",
  "list conflicting copies made by a synchronising program":
    "ہم آہنگی کے پروگرام کی بنائی ہوئی متصادم نقلوں کی فہرست دکھائیں",
  "merge what this library lacks, as a single change": "جو اس لائبریری میں نہیں اسے ایک ہی تبدیلی کے طور پر ضم کریں",
  "open the workbench in a browser, on this computer only": "ورک بینچ براؤزر میں کھولیں، صرف اسی کمپیوٹر پر",
  "0 for any free port": "کسی بھی خالی پورٹ کے لیے 0",
  "open the default browser": "طے شدہ براؤزر کھولیں",
  "local address to listen on": "مقامی پتہ جس پر سنا جائے",
  "allow an address that other computers can reach": "ایسے پتے کی اجازت دیں جس تک دوسرے کمپیوٹر پہنچ سکیں",
};
