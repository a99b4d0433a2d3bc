import { expect, test } from "vitest";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { faultOf, readsAsWords } from "./legible.ts";
import { nameSymbols } from "./symbols.ts";

/** What a font gives whose letters are counted from another place (most subsets without a map: 29 places lower). */
const moved = (text: string): string =>
  [...text].map((text) => (text === " " ? text : String.fromCodePoint((text.codePointAt(0) ?? 0) - 29))).join("");

/** What a font gives that names each Arabic letter as the one after it. */
const swapped = (text: string): string =>
  text.replace(/[\u0627-\u0649]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1));

const faultIn = (text: string) => {
  const chars = charsFrom({ text, x: 50, y: 100 });
  return faultOf(chars, allOf(chars));
};

test.each([
  [
    "words in brackets, quotation marks and lists",
    "(The office), “the board”: ‘the council’; both, neither... (one) and (two)? “They paid!” (twice), however, slowly.",
    null,
  ],
  [
    "accents that are signs of their own",
    "Avalia¸c˜ao Sint´etico Divis˜ao Limita¸c˜oes Introdu¸c˜ao M´etricas An´alise Conclus˜ao Referˆencias Gera¸c˜ao Avan¸cadas Hiperparˆametros Discuss˜ao",
    null,
  ],
  [
    "a listing",
    '"db030"=x$db030, "rb090"=factor(x$rb090), "pl031"=factor(x$pl031), "py010g"=x$py010g, "py020g"=x$py020g, "py021g"=x$py021g, "hy040g"=x$hy040g, "hy050g"=x$hy050g, "hy060g"=x$hy060g, "hy070g"=x$hy070g, "hy080g"=x$hy080g, "hy081g"=x$hy081g, rb030 rb080',
    null,
  ],
  [
    "ligatures that are spaces",
    "The o ce had an e ect on the o cers, a speci c one, and the bene t of the con ict was signi cant in the di erent elds.",
    "lacking",
  ],
  ["plain words", "The office of the commissioner found that most of the households would pay.", null],
  [
    "addresses, numbers, formulas",
    "See https://example.org/a?b=c, R2 = 0.87, x+y, CO2, 5 km2, A4, B2B and naive ones.",
    null,
  ],
  [
    "letters moved along the alphabet",
    moved(
      "representatives of the municipalities disagreed with those responsibilities before structural programmes were strengthened by international departments themselves",
    ),
    "garbled",
  ],
  [
    "signs between letters",
    "re$port me$sure ta$riff an$ual li$mit wa$ter ci$ty is$land bo$ard co$uncil fi$nal ra$tio",
    "garbled",
  ],
  [
    "figures between letters",
    "re9port me9sure ta9riff an9ual li9mit wa9ter ci9ty is9land bo9ard co9uncil fi9nal ra9tio",
    "garbled",
  ],
  ["words without a vowel", "bcdfg nmlkb prtdf tgbnm kjhgf dsqwr plmnb vcxdf rtzps mnbvc lkjhg fdsrt qwrtp", "garbled"],
  [
    "capitals within words",
    "McDonald MacLean LaTeX iPhone GmbH YouTube eBay PayPal DeepMind FedEx LinkedIn OpenAI",
    null,
  ],
  [
    "Cyrillic under the names of Latin-1",
    "Ïðàâèòåëüñòâî Ðîññèéñêîé Ôåäåðàöèè ïðèíÿëî ðåøåíèå ñëåäóþùåãî ñîäåðæàíèÿ ìèíèñòåðñòâî ýêîíîìè÷åñêîãî ðàçâèòèÿ îáùåñòâà òîðãîâëè íàóêè ñòðàíû",
    "garbled",
  ],
  [
    "Arabic under the names of Latin-1",
    "ÇáãÇÏÉ ÇáËÇäíÉ ÇáãÌáÓ ÇáæÒÇÑí ÇáÍßæãÉ ÇáÃÑÏäíÉ ÇáÞÇäæä ÇáãÏäí ÇáÊÌÇÑÉ ÇáÏÇÎáíÉ ÇáÎÇÑÌíÉ ÇáãÍßãÉ ÇáÚáíÇ ÇáÞÖÇÁ",
    "garbled",
  ],
  [
    "words with many accents",
    "été âgé à même où créé préféré élève île Ñandú año côté où Ægir øl åben få ÆØÅ öäü Straße größer über èéê naïveté",
    null,
  ],
  [
    "Arabic",
    "المادة الأولى يسمى هذا القانون قانون الأحوال الشخصية ويعمل به بعد ستين يوما من تاريخ نشره في الجريدة الرسمية ويكون للكلمات والعبارات التالية حيثما وردت في هذا القانون المعاني المخصصة لها",
    null,
  ],
  [
    "Urdu",
    "حکومت پاکستان نے پانی کی تقسیم کے بارے میں نئی پالیسی کا اعلان کیا ہے جس کے تحت صوبوں کو پانی کا حصہ دیا جائے گا اور نہری نظام کو بہتر بنایا جائے گا تاکہ کسانوں کو وقت پر پانی مل سکے",
    null,
  ],
  [
    "Urdu with words of other alphabets beside it",
    "وزارت خزانہ (Ministry of Finance) نے GDPمیں 3.5 فیصد اضافے کا اعلان کیا ہے، جبکہ COVID-19کے بعد μ اور α کی قدریں β سے کم رہیں اور برآمدات بڑھ گئیں",
    null,
  ],
  [
    "Urdu in glyphs whose numbers are taken for letters",
    "حكو䮨 پاᄎن njے ٱر䞈ں آǖب ی㱉وں ⴑت اᜯب روńجǎ کاᄒ مǔں دĄǖے لǚ ہᓧں سⷐت جǖر فᄒا مᜯن",
    "garbled",
  ],
  [
    "Hindi",
    "प्रधानमंत्री ने कहा कि सरकार किसानों के लिए नई योजना शुरू करेगी और गांवों में पानी की आपूर्ति बढ़ाने के लिए ₹5,000 करोड़ खर्च किए जाएंगे ‘हिंदी’ GDPकी दर",
    null,
  ],
  [
    "Hindi whose vowel signs have the names of others",
    "राजस्थान के एक गाांव में मतदान कर लोगोां ने बांद करवाई शराब की दुकान दांगोां के चार साल सैकडोां एफ़आईआर और कगरफ़्ताररयााँ ककतनोां नहीां हुआ िहिे ककसाां",
    "garbled",
  ],
  [
    "Hindi in glyphs whose numbers are taken for letters",
    "चलो आज रात ͫडनर के ͧलए बाहर चलते हɇ और मूवी भी देखने चलते हɇ ͪवकास की ͩफãमɅ देखɅ करɅ",
    "garbled",
  ],
  [
    "Bengali with vowel signs of two parts, and Tamil",
    "সরকারের নতুন নীতি ঘোষণা করা হয়েছে কো কৌ தமிழ்நாடு அரசின் புதிய கொள்கை அறிவிக்கப்பட்டது நோக்கம்",
    null,
  ],
  [
    "Arabic letters under the names of others",
    swapped(
      "المادة الأولى يسمى هذا القانون قانون الأحوال الشخصية ويعمل به بعد ستين يوما من تاريخ نشره في الجريدة الرسمية ويكون للكلمات والعبارات التالية حيثما وردت في هذا القانون المعاني المخصصة لها",
    ),
    "garbled",
  ],
  ["tabs between cells", "one\ttwo\tthree\tfour\tfive\tsix\tseven\teight\tnine\tten\televen", null],
  [
    "signs without a shape",
    "The\u0001\u0002\u0003\u0004\u0005\u0006\u0007 \ue001\ue002\ue003\ue004 office of",
    "garbled",
  ],
] as const)("%s", (_name, text, fault) => {
  expect(faultIn(text)).toBe(fault);
});

test.each([
  ["Sonata No. 14 “Moonlight”", true],
  ["GLIDER EXPRESS", true],
  ["5.6 > Cancelling your membership", true],
  ["Größe über Élysée", true],
  ["CnklZ . Zm Nodm Bnqotr ne Sgqdd Sqhkkhnm", false],
  ["TI_RMLPSL\ufffdO\ufffdWOOK", false],
  ["iϢϙϣԔ ķʆϸЇ", false],
  ["لـخْٛٔ ح٤كــٛحي", false],
  ["Ïðàâèòåëüñòâî", false],
  ["3.1", false],
  ["", false],
])("a title %j of a garbled page reads as words: %s", (text, reads) => {
  expect(readsAsWords(text)).toBe(reads);
});

test.each(["i", "l", "t", "f", "h"])("a letter %s of two widths is a ligature of which the rest is lost", (letter) => {
  const text = Array.from({ length: 12 }, (_, n) => `ba${letter}e${n}`).join(" ");
  const chars = charsFrom({ text, x: 50, y: 100 });
  expect(faultOf(chars, allOf(chars))).toBeNull();
  const widened = [...text].flatMap((text, k) => (text === letter ? [k] : [])).slice(0, 2);
  for (const k of widened) chars.place(k, chars.left(k), 98, chars.left(k) + 10, 108);
  expect(faultOf(chars, allOf(chars))).toBe("lacking");
});

test("a letter of two widths is a ligature of which the rest is lost, unless the rest shares its box", () => {
  const text = "in this final list it is the first time it will lift its limit in all cities";
  const chars = charsFrom({ text, x: 50, y: 100 });
  expect(faultOf(chars, allOf(chars))).toBeNull();
  const widened = [...text].flatMap((text, k) => (text === "i" ? [k] : [])).slice(0, 3);
  for (const k of widened) chars.place(k, chars.left(k), 98, chars.left(k) + 10, 108);
  expect(faultOf(chars, allOf(chars))).toBe("lacking");
  for (const k of widened) chars.place(k + 1, chars.left(k), 98, chars.left(k) + 10, 108);
  expect(faultOf(chars, allOf(chars))).toBeNull();
});

test("letters that are spaced out are no ligatures", () => {
  const text = "in this final list it is the first time it will lift its limit in all cities";
  const head = "The limit of the cities";
  const chars = charsFrom({ text, x: 50, y: 100 }, { text, x: 50, y: 80 }, { text: head, x: 50, y: 120 });
  for (const k of allOf(chars).slice(text.length * 2)) chars.place(k, chars.left(k), 118, chars.left(k) + 10, 128);
  expect(faultOf(chars, allOf(chars))).toBeNull();
});

test("signs of symbol fonts become what they show", () => {
  const chars = charsFrom({ text: "\uf0a7 one \uf061 and \uf0b3", x: 50, y: 100 });
  nameSymbols(chars);
  expect(chars.text(0)).toBe("•");
  expect(chars.text(6)).toBe("\uf061");
});

test("figures and signs over Thai letters are marks that the font names wrongly", () => {
  const over = (sign: string, n: number) => ({ text: sign, x: 50 + n * 5, y: 100 });
  const letters = { text: "พนทมลกวาสดงพนทมลกวาสดงพนทมลกวา", x: 50, y: 100 };
  const beside = (sign: string, n: number) => ({ text: sign, x: 50 + n * 5, y: 120 });
  const faultWith = (place: typeof over) => {
    const chars = charsFrom(letters, ...["4", "&", "$", " ", "4"].flatMap((sign, n) => [letterAt(n), place(sign, n)]));
    return faultOf(chars, allOf(chars));
  };
  const letterAt = (n: number) => ({ text: "ม", x: 50 + n * 5, y: 100 });
  expect([faultWith(over), faultWith(beside)]).toEqual(["garbled", null]);
});

test("signs within words of a font of many widths are no listing", () => {
  const narrowed = charsFrom({
    text: "re$port me$sure ta$riff an$ual li$mit wa$ter ci$ty is$land bo$ard co$uncil fi$nal ra$tio",
    x: 50,
    y: 100,
  });
  for (const [n, k] of allOf(narrowed).entries())
    if (n % 3 === 0) narrowed.place(k, narrowed.left(k), 98, narrowed.left(k) + 2, 108);
  expect(faultOf(narrowed, allOf(narrowed))).toBe("garbled");
});

test("pieces of brackets and formulas in a font of their own are no garbled words", () => {
  const prose = { text: "The charge for water is the sum over all islands of the north,", x: 50, y: 120 };
  const signs = (font: string): Print => ({
    text: "\uf8ee\uf8ef\uf8f0\u0013\u0014\uf8f9\uf8fa\uf8fb".repeat(2),
    x: 50,
    y: 100,
    font,
  });
  const sums = (font: string): Print => ({ text: "ab$cd ".repeat(14), x: 50, y: 80, font });
  const faultOn = (font: string) => {
    const chars = charsFrom(prose, signs(font), sums(font));
    return faultOf(chars, allOf(chars));
  };
  expect([faultOn("CMEX10"), faultOn("Serif")]).toEqual([null, "garbled"]);
});
