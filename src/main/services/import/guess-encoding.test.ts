import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeAs, decodeStrictly } from "./decode.ts";
import { guessEncoding, guessWide, isIso2022 } from "./guess-encoding.ts";

const wide = (text: string, encoding: "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be"): Uint8Array =>
  iconv.encode(text, encoding, { addBOM: false });

const texts = [
  "Water for all\nand more",
  "Wasser für alle\n",
  "پانی سب کا ہے\n اور کچھ",
  "水价 改革\n1. 费用",
  "a 😀 b\nc",
];

test.each(
  (["utf-16le", "utf-16be", "utf-32le", "utf-32be"] as const).flatMap((encoding) =>
    texts.map((text) => [encoding, text] as const),
  ),
)("%s without a mark is known by its zeros: %j", (encoding, text) => {
  expect(guessWide(wide(text, encoding))).toBe(encoding);
});

test.each(
  (["utf-16le", "utf-16be"] as const).flatMap((encoding) =>
    [
      "政府在三月宣布，两个地区上游的水库将在雨季之前放空。农民抗议了九天。",
      "政府は三月に、二つの地区の貯水池の水を雨季の前に抜くと発表した。",
    ].map((text) => [encoding, text] as const),
  ),
)("%s of Chinese and Japanese may have no zeros: %s", (encoding, text) => {
  expect(guessWide(wide(text, encoding))).toBe(encoding);
});

test.each(["gb18030", "big5", "shift_jis", "euc-jp"])("%s is no UTF-16", (encoding) => {
  const text =
    encoding === "gb18030" || encoding === "big5"
      ? "政府在三月宣布放空水庫，人民很不高興。"
      : "政府は三月に貯水池の水を抜くと発表した。";
  expect(guessWide(iconv.encode(text, encoding))).toBeNull();
});

test.each([
  ["plain text", Buffer.from("Water for all")],
  ["nothing", Buffer.alloc(0)],
  ["a zero in plain text", Buffer.from("Water\0 for all and more")],
  ["a zero after each line of plain text", Buffer.from("Water for all\n\0and more\n\0")],
  ["a zero at the end", Buffer.from("Water for all and more\0")],
  ["few bytes", Buffer.from("a\0b\0")],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806", "hex")],
])("%s is neither UTF-16 nor UTF-32", (_, bytes) => {
  expect(guessWide(bytes)).toBeNull();
});

test("a last byte that is half of a character does not hide what the others are", () => {
  expect(guessWide(Buffer.concat([wide("Water for all", "utf-16le"), Buffer.from("x")]))).toBe("utf-16le");
});

test.each([
  ["\u001b$B?e\u001b(B", true],
  ["\u001b$@?e\u001b(J", true],
  ["\u001b$B?e", false],
  ["\u001b(B only", false],
  ["plain", false],
  ["$B without an escape (B", false],
])("%j is ISO-2022-JP: %s", (text, is) => {
  expect(isIso2022(Buffer.from(text, "latin1"))).toBe(is);
});

test.each([
  ["gb18030", "住民反对提高水价，因为他们认为这样的措施对于低收入家庭来说是不公平的。"],
  ["big5", "居民反對提高水價，因為他們認為這樣的措施對於低收入家庭來說是不公平的。"],
  ["shift_jis", "住民は水道料金の値上げに反対しています。政府は必要だと考えています。"],
  ["euc-jp", "住民は水道料金の値上げに反対しています。政府は必要だと考えています。"],
  ["euc-kr", "주민들은 수도 요금 인상에 반대하고 있습니다. 정부는 필요하다고 봅니다."],
  ["windows-1251", "Жители выступают против повышения тарифов на воду, потому что это несправедливо."],
  ["koi8-r", "Жители выступают против повышения тарифов на воду, потому что это несправедливо."],
  ["windows-1253", "Οι κάτοικοι αντιτίθενται στην αύξηση των τιμών του νερού."],
  ["windows-1255", "התושבים מתנגדים להעלאת מחירי המים כי זה לא הוגן"],
  ["windows-1256", "يعارض السكان رفع أسعار المياه لأن ذلك غير عادل"],
  ["windows-874", "ชาวบ้านคัดค้านการขึ้นค่าน้ำเพราะไม่เป็นธรรม"],
  ["windows-1254", "Halk su fiyatlarının artmasına karşı çıkıyor çünkü bu doğru değil. Işık ığdır."],
  ["windows-1252", "Die Bürger lehnen die höhere Gebühr ab, weil sie für ärmere Häuser ungerecht wäre."],
])("running words in %s are known by their letters", (encoding, text) => {
  expect(guessEncoding(iconv.encode(text, encoding))).toBe(encoding);
});

test("of ASCII alone nothing can be said but the commonest", () => {
  expect(guessEncoding(Buffer.from("plain words"))).toBe("windows-1252");
});

test.each([
  ["windows-1252", [0x80, 0x93, 0x94], "€“”"],
  ["iso-8859-2", [0xb1, 0xb6], "ąś"],
  ["iso-8859-15", [0xa4], "€"],
  ["koi8-r", [0xc1, 0xc2], "аб"],
  ["cp866", [0xa0, 0xe0], "ар"],
  ["cp850", [0x81, 0x84], "üä"],
  ["cp437", [0x81, 0xe1], "üß"],
  ["cp852", [0xa5], "ą"],
  ["cp737", [0x98], "α"],
  ["cp862", [0x80], "א"],
  ["macintosh", [0x8a], "ä"],
  ["mac-cyrillic", [0xe0], "а"],
  ["mac-greek", [0xe1], "α"],
  ["mac-turkish", [0xdb], "ğ"],
  ["mac-romania", [0xbe], "ă"],
  ["utf-16be", [0, 0x61, 0xd8, 0x3d, 0xde, 0], "a😀"],
  ["utf-32be", [0, 1, 0xf6, 0], "😀"],
] as const)("%s has these characters", (encoding, bytes, text) => {
  expect(decodeAs(Uint8Array.from(bytes), encoding)).toBe(text);
});

test("a byte order mark is no part of a text, and a byte that is no character is marked as such", () => {
  expect(decodeAs(Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "utf-32le")).toBe("a");
  expect(decodeAs(Uint8Array.from([0xff, 0xfe, 0x61, 0]), "utf-16le")).toBe("a");
  expect(decodeAs(Uint8Array.from([0x61, 0xff]), "utf-8")).toBe("a\ufffd");
  expect(decodeAs(Uint8Array.from([0x61, 0xff]).subarray(0, 1), "cp850")).toBe("a");
});

test("strictly, a text is all or nothing", () => {
  expect(decodeStrictly(Buffer.from("für"), "utf-8")).toBe("für");
  expect(decodeStrictly(Buffer.from("für", "latin1"), "utf-8")).toBeNull();
  expect(decodeStrictly(Buffer.from([0x61]), "utf-16le")).toBeNull();
  expect(decodeStrictly(Buffer.from([0xe0]), "mac-cyrillic")).toBe("а");
});

// Short texts, in which a few signs decide.
test.each([
  ["windows-1252", "Tea rose to £825, from £2 a chest, he said."],
  ["windows-1252", "Ach, het moest alles zo zijn als zij al… dacht."],
  ["windows-1250", "A BBC elemzője szerint nem felkelésről, hanem politikáról van szó."],
  ["windows-1252", "A eleição e as decisões dos ministérios, às três horas, são públicas."],
  ["windows-1255", "משרד המים תומך בתעריף, אבל החקלאים דוחים אותו."],
  ["windows-1258", "Chư\u0303 Quô\u0301c ngư\u0303 la\u0300 hê\u0323 chư\u0303 viê\u0301t."],
  ["windows-874", "กระทรวงน้ำสนับสนุนอัตราค่าน้ำ แต่เกษตรกรปฏิเสธ ให้มี pH ที่เหมาะสม"],
  ["euc-jp", "水道省は料金を支持しているが、農民は拒否している。"],
  ["euc-kr", "수도부는 요금을 지지하지만 농민들은 거부한다. 위원회는 삼월에 다시 모인다."],
] as const)("%s: %s", (encoding, text) => {
  const bytes = iconv.encode(text, encoding);
  expect(decodeAs(bytes, guessEncoding(bytes))).toBe(decodeAs(bytes, encoding));
});

test.each(["utf-16le", "utf-16be"] as const)("%s of Thai, which has no spaces between words", (encoding) => {
  expect(guessWide(wide("กระทรวงน้ำสนับสนุนอัตราค่าน้ำแต่เกษตรกรปฏิเสธ", encoding))).toBe(encoding);
});

// Texts of about 200 bytes. Where a few signs leave several languages open, the words without accents decide.
const german =
  "Die Behörde prüft, ob der Tarif für das Wasser in den Städten erhöht wird. Der Rat will nicht zustimmen, weil die Bürger das nicht bezahlen können.";
const french =
  "L’assemblée a décidé que le prix de l’eau ne change pas. D’après la ministre, c’est une mesure qui n’est pas réservée aux villes et qui dure.";
const spanish =
  "El ministerio dice que la tarifa del agua no es injusta. Los campesinos de la región piden que se vote mañana y que el comité lo publique.";
const russian =
  "Министерство поддерживает повышение тарифов. Крестьяне считают решение неправильным, и комиссия обсудит предложения в мае.";
const danish =
  "Ministeren støtter forslaget, og landmændene er imod. Det er ikke sikkert, at prisen på vand vil falde for dem, der har en gård.";

test.each([
  ["windows-1252", french],
  ["cp850", french.replaceAll("’", "'")],
  ["macintosh", french],
  ["windows-1252", german],
  ["cp437", german],
  ["macintosh", german],
  ["cp850", spanish],
  ["macintosh", spanish],
  ["macintosh", danish],
  ["windows-1251", russian],
  ["koi8-r", russian],
  ["cp866", russian],
  ["maccyrillic", russian],
  ["windows-1252", "Then he said, “The names are out.” It was to be – as far as anyone knew — “the end”."],
  [
    "windows-1250",
    "Ustawa ma obowiązywać od maja. Rząd uważa, że to nie jest zmiana dla miast, ale chłopi są przeciw i nie chcą płacić.",
  ],
  [
    "windows-1254",
    "Bakanlık bu tarifenin doğru olduğunu söylüyor ve çiftçiler ile görüşmek istiyor, ancak bir karar yok.",
  ],
])("%s of a short text: %s", (encoding, text) => {
  const bytes = iconv.encode(text, encoding);
  expect(decodeAs(bytes, guessEncoding(bytes)).normalize("NFC")).toBe(text.normalize("NFC"));
});

test.each([
  ["beside spaces", "Iwowa ndi wao.\u00a0 Aliyense al mbiri yake.\u00a0 Aliyense."],
  ["before a figure", "Kalata § 5 ya 12\u00a0000 ndi \u00a01 yake."],
])("spaces that do not break, %s, are no letters of DOS", (_, text) => {
  expect(guessEncoding(iconv.encode(text, "windows-1252"))).toBe("windows-1252");
});

// Ten to thirty characters, for which chardet is not certain.
test.each([
  ["gb18030", "这是一个能让人们说话的地方"],
  ["big5", "他們的水價是多少"],
  ["euc-kr", "정부는 요금을 올리지 않습니다"],
  ["shift_jis", "水道の料金について"],
  ["euc-jp", "ログインする"],
])("%s of a few words among markup: %s", (encoding, text) => {
  const bytes = iconv.encode(`<p class="a">2020 ${text} www.example.org</p>\n\n\n\n\n\n\n`, encoding);
  expect(guessEncoding(bytes)).toBe(encoding);
});

test("many empty lines make no UTF-16 of Gurmukhi letters of a text", () => {
  expect(guessWide(iconv.encode(`ログ\n${"\n".repeat(61)}`, "euc-jp"))).toBeNull();
});
