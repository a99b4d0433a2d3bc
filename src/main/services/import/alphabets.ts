import type { EncodingName } from "../../../shared/model/encodings.ts";

/**
 * A language: its letters beyond ASCII in lower case, the commonest of them, and encodings its texts come in, the
 * likeliest first. `words` are frequent words without accents, in Latin letters.
 */
export type Alphabet = Readonly<{
  letters: string;
  common: string;
  encodings: readonly EncodingName[];
  words?: string;
}>;

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
  {
    letters: "éèïöüç",
    common: "é",
    encodings: west,
    words: "the of and to in is that for it was on as with be by are at this from or not which have has",
  },
  {
    letters: "äöüß",
    common: "äöüß",
    encodings: west,
    words: "der die das und den von zu mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat",
  },
  {
    letters: "éèàçêâîôûùëïœüÿæ",
    common: "éèàç",
    encodings: west,
    words: "de la le et les des en un du une que est pour qui dans par sur au pas plus ce il ne se",
  },
  {
    letters: "ñáéíóúü",
    common: "áéíóñ",
    encodings: west,
    words: "de la que el en y los del se las por un para con no una su al lo como pero sus o este",
  },
  {
    letters: "ãõçáéíóúâêôà",
    common: "ãçéáóí",
    encodings: west,
    words: "de a o que e do da em um para com os no se na por mais as dos como mas ao das pelo uma",
  },
  {
    letters: "àèéìòùíîó",
    common: "àèéìòù",
    encodings: west,
    words: "di e il la che in un a per del della si con non le i da una dei al nel alla sono ha come",
  },
  {
    letters: "æøåéäöü",
    common: "æøå",
    encodings: north,
    words: "og i at det er en den til for af de med som ikke der et har var kan om han jeg vi men paa",
  },
  {
    letters: "äöåé",
    common: "äöå",
    encodings: north,
    words: "och i att det som en av den med de till om ett har inte var han jag ja on ei oli se kuin mutta",
  },
  // Vietnamese: windows-1258 has letters and tone marks apart.
  {
    letters: "àáâăđèéêíóôơùúư\u0300\u0301\u0303\u0309\u0323",
    common: "\u0300\u0301\u0303\u0309\u0323",
    encodings: ["windows-1258"],
  },
  {
    letters: "áéíóúýþæöð",
    common: "áíóðþæö",
    encodings: ["windows-1252", "mac-iceland", "cp850"],
    words: "og a er sem til um hann ekki vi ver af en me hafa eru eftir",
  },
  {
    letters: "àéèíïóòúüçñáëêö",
    common: "éèëïàò",
    encodings: west,
    words: "de la i el que a en els les un per del amb no una al es dels com ha",
  },
  {
    letters: "ąćęłńóśźż",
    common: "ąęłóśż",
    encodings: centre,
    words: "w i na z do nie jest o to od za po przez jako dla oraz ich ale tak",
  },
  {
    letters: "áčďéěíňóřšťúůýžäöü",
    common: "áíěéřčšž",
    encodings: centre,
    words: "a v na se je s z o do to i pro k za od po by ale jako",
  },
  {
    letters: "áäčďéíĺľňóôŕšťúýž",
    common: "áíéčšž",
    encodings: centre,
    words: "a v na sa je s z o do to aj pre k za od po by ale ako",
  },
  {
    letters: "áéíóöőúüű",
    common: "áéíóöőúüű",
    encodings: centre,
    words: "a az hogy nem is egy ez de ha meg csak vagy mint azt volt minden",
  },
  {
    letters: "čćđšž",
    common: "čćšž",
    encodings: [...centre, "mac-croatian"],
    words: "i u je na da se za su od s ne o kao a to po bi ali iz koji in ki so pri",
  },
  {
    letters: "ăâîșțşţ",
    common: "ăâîșțşţ",
    encodings: [...centre, "iso-8859-16", "mac-romania"],
    words: "de la cu nu o un pe din a care mai se ce sau fi ale lui prin sunt orice",
  },
  {
    letters: "çğıöşüâîûi\u0307",
    common: "çğıöşü",
    encodings: turkish,
    words: "ve bir bu da de ile olan veya her ne gibi daha ancak hak",
  },
  {
    letters: "ąčęėįšųūž",
    common: "ėšųį",
    encodings: baltic,
    words: "ir kad yra su tai i turi ar bet kaip jo nuo apie arba",
  },
  { letters: "āčēģīķļņšūž", common: "āēīšū", encodings: baltic, words: "un ir par no ar ka uz to vai bet kas tas lai" },
  {
    letters: "äöõüšž",
    common: "äöõü",
    encodings: ["windows-1252", ...baltic],
    words: "ja on ei et see oma kui ning ka ta oli aga mis",
  },
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
