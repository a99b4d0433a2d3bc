import type { EncodingName } from "../../../shared/model/encodings.ts";

/**
 * A language: its letters beyond ASCII in lower case, the commonest of them, and encodings its texts come in, the
 * likeliest first.
 */
export type Alphabet = Readonly<{ letters: string; common: string; encodings: readonly EncodingName[] }>;

const west: readonly EncodingName[] = ["windows-1252", "cp850", "macintosh", "cp437", "iso-8859-15"];
const centre: readonly EncodingName[] = ["windows-1250", "iso-8859-2", "cp852", "mac-centraleurope"];
const turkish: readonly EncodingName[] = ["windows-1254", "cp857", "mac-turkish"];
const baltic: readonly EncodingName[] = ["windows-1257", "iso-8859-13", "cp775", "iso-8859-4"];
const cyrillic: readonly EncodingName[] = [
  "windows-1251",
  "koi8-r",
  "cp866",
  "mac-cyrillic",
  "iso-8859-5",
  "cp855",
  "koi8-u",
];
const north: readonly EncodingName[] = ["windows-1252", "cp850", "macintosh", "cp865", "mac-iceland"];

/**
 * Alphabets by the locale data of Unicode CLDR 46 (main exemplar characters), letters frequent in running text by hand.
 */
export const alphabets: readonly Alphabet[] = [
  { letters: "äöüß", common: "äöüß", encodings: west },
  { letters: "éèàçêâîôûùëïœüÿæ", common: "éèàç", encodings: west },
  { letters: "ñáéíóúü", common: "áéíóñ", encodings: west },
  { letters: "ãõçáéíóúâêôà", common: "ãçéáóí", encodings: west },
  { letters: "àèéìòùíîó", common: "àèéìòù", encodings: west },
  { letters: "æøåéäöü", common: "æøå", encodings: north },
  { letters: "äöåé", common: "äöå", encodings: north },
  // Vietnamese: windows-1258 has letters and tone marks apart.
  {
    letters: "àáâăđèéêíóôơùúư\u0300\u0301\u0303\u0309\u0323",
    common: "\u0300\u0301\u0303\u0309\u0323",
    encodings: ["windows-1258"],
  },
  { letters: "áéíóúýþæöð", common: "áíóðþæö", encodings: ["windows-1252", "mac-iceland", "cp850"] },
  { letters: "àéèíïóòúüçñáëêö", common: "éèëïàò", encodings: west },
  { letters: "ąćęłńóśźż", common: "ąęłóśż", encodings: centre },
  { letters: "áčďéěíňóřšťúůýžäöü", common: "áíěéřčšž", encodings: centre },
  { letters: "áäčďéíĺľňóôŕšťúýž", common: "áíéčšž", encodings: centre },
  { letters: "áéíóöőúüű", common: "áéíóöőúüű", encodings: centre },
  { letters: "čćđšž", common: "čćšž", encodings: [...centre, "mac-croatian"] },
  { letters: "ăâîșțşţ", common: "ăâîșțşţ", encodings: [...centre, "iso-8859-16", "mac-romania"] },
  { letters: "çğıöşüâîûi\u0307", common: "çğıöşü", encodings: turkish },
  { letters: "ąčęėįšųūž", common: "ėšųį", encodings: baltic },
  { letters: "āčēģīķļņšūž", common: "āēīšū", encodings: baltic },
  { letters: "äöõüšž", common: "äöõü", encodings: ["windows-1252", ...baltic] },
  { letters: "абвгдежзийклмнопрстуфхцчшщъыьэюяё", common: "оеаинтсрвлкмдпу", encodings: cyrillic },
  {
    letters: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    common: "оаинтівреслкд",
    encodings: ["windows-1251", "koi8-u", "mac-cyrillic"],
  },
  {
    letters: "абвгдежзијклмнопрстћуфхцчџшђљњќѓѕ",
    common: "аоиејнртсвк",
    encodings: ["windows-1251", "iso-8859-5", "cp855", "mac-cyrillic"],
  },
  {
    letters: "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
    common: "αοιετσνηυρπκλς",
    encodings: ["windows-1253", "iso-8859-7", "cp737", "mac-greek"],
  },
  { letters: "אבגדהוזחטיכךלמםנןסעפףצץקרשת", common: "יוהלאתרמבשנכםעחדקט", encodings: ["windows-1255", "cp862"] },
  {
    letters: "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـ",
    common: "اليمنرتوبعهد",
    encodings: ["windows-1256", "iso-8859-6"],
  },
  { letters: "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئؤأۂ", common: "اینرےکہوسم", encodings: ["windows-1256"] },
  { letters: "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาำเแโใไๆัิีึืฺุู็่้๊๋์ํๅฯ", common: "านรกเอง่้ีั", encodings: ["windows-874"] },
];
