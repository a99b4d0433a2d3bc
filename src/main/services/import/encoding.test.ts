import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { encodings, findEncoding } from "../../../shared/model/encodings.ts";
import { readText } from "./encoding.ts";

const samples: Readonly<Record<string, string>> = {
  danish:
    "Rapport om vandpriser\n\nÆldre borgere på øen ønsker lavere pris. Åbne målere gør det muligt. Kommunen afviser kravet.\n",
  german:
    "Bericht über Wasserpreise. Die Behörde hält höhere Gebühren für nötig, die Bürger müssen größere Beträge zahlen.\n",
  french:
    "Rapport sur l’eau. Les élèves préfèrent une réforme à l'été ; le ministère a déjà refusé. Ça coûte très cher.\n",
  spanish:
    "¿Por qué sube el agua? El señor Núñez explicó que la región necesita más inversión pública según el informe.\n",
  portuguese:
    "Relatório da água. A população não aceita a decisão; as regiões exigem informações e redução dos preços.\n",
  polish: "Raport o wodzie. Mieszkańcy są przeciwni podwyżce cen. Żądają obniżki. Spółka uważa ją za słuszną.\n",
  czech: "Zpráva o vodě. Obyvatelé žádají nižší ceny, úřad říká, že zvýšení je nezbytné. Příští rok začne měření.\n",
  hungarian:
    "A vízdíjak emelése szükséges, mondja a kormány. A lakosok több időt kérnek, és kevesebbet fizetnének. Sűrűn nő az ügy.\n",
  turkish: "Su raporu. İlçe halkı fiyat artışına karşı çıkıyor. Şirket gerekli olduğunu söylüyor.\n",
  lithuanian:
    "Ataskaita apie vandenį. Gyventojai nesutinka mokėti daugiau, įmonė teigia, kad kainų didinimas būtinas šiais metais.\n",
  russian: "Отчёт о воде. Жители против повышения цен. Министерство считает его необходимым.\n",
  greek: "Έκθεση για το νερό. Οι κάτοικοι είναι αντίθετοι στην αύξηση των τιμών.\n",
  hebrew: "דוח המים. התושבים מתנגדים להעלאת המחירים. המשרד סבור שהיא הכרחית.\n",
  arabic: "تقرير المياه. يعارض السكان زيادة الأسعار. ترى الوزارة أنها ضرورية.\n",
  urdu: "پانی کی رپورٹ۔ وزارت زیادہ نرخ کی حمایت کرتی ہے۔ کسان اسے مسترد کرتے ہیں۔\n",
  marks: "It’s “the word” — costs €5… said the müller.\n",
  chinese: "水价报告。居民反对提高水价。政府认为提高水价是必要的。企业支持政府的计划。\n",
  japanese: "水道料金の報告。住民は値上げに反対している。政府は必要だと考えている。\n",
  korean: "물 보고서. 주민들은 가격 인상에 반대한다. 정부는 필요하다고 본다.\n",
};

const west = ["windows-1252", "cp850", "macintosh", "utf-16le", "utf-16be", "utf-32le", "utf-32be"];
const centre = ["windows-1250", "iso88592", "cp852", "maccenteuro", "utf-16le"];
const table = Object.entries({
  danish: west,
  german: west,
  french: ["windows-1252", "macintosh", "utf-16le"],
  spanish: west,
  portuguese: west,
  polish: centre,
  czech: centre,
  hungarian: centre,
  turkish: ["windows-1254", "cp857", "macturkish"],
  lithuanian: ["windows-1257", "cp775"],
  russian: ["windows-1251", "koi8-r", "cp866", "iso88595", "maccyrillic", "cp855", "utf-16be", "utf-32le"],
  greek: ["windows-1253", "iso88597", "cp737", "macgreek"],
  hebrew: ["windows-1255", "cp862", "utf-16le"],
  arabic: ["windows-1256", "iso88596", "utf-16le"],
  urdu: ["utf-16le", "utf-16be"],
  marks: ["windows-1252"],
  chinese: ["gb18030", "utf-16le", "utf-16be"],
  japanese: ["shift_jis", "euc-jp", "utf-16le"],
  korean: ["euc-kr", "utf-16be"],
}).flatMap(([language, names]) => names.map((name) => [language, name] as const));

test.each(table)("%s in %s is read without being named", (language, name) => {
  const text = samples[language] ?? "";
  const bytes = iconv.encode(text, name);
  expect(iconv.decode(bytes, name)).toBe(text);
  const read = readText("a.txt", bytes);
  expect(read.text).toBe(text);
  expect(read.warnings).toEqual([message("import.encodingGuessed", { encoding: read.encoding })]);
});

test.each(table)("%s in %s is read as the encoding that is asked for", (language, name) => {
  const bytes = iconv.encode(samples[language] ?? "", name);
  const named = name
    .replace("iso8859", "iso-8859-")
    .replace(/^mac(?!intosh)/, "mac-")
    .replace("centeuro", "ce");
  expect(readText("a.txt", bytes, named)).toMatchObject({ text: samples[language], warnings: [] });
});

test.each([
  ["UTF-8", Buffer.from("\ufeffA café.", "utf8"), "utf-8"],
  ["UTF-16 LE", Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode("A café.", "utf-16le")]), "utf-16le"],
  ["UTF-16 BE", Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode("A café.", "utf-16be")]), "utf-16be"],
  ["UTF-32 LE", Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), iconv.encode("A café.", "utf-32le")]), "utf-32le"],
  ["UTF-32 BE", Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), iconv.encode("A café.", "utf-32be")]), "utf-32be"],
])("a byte order mark says %s", (_name, bytes, encoding) => {
  expect(readText("a.txt", bytes)).toEqual({ text: "A café.", encoding, warnings: [] });
});

test("many kinds of control characters are no text in a guessed encoding, however few they are", () => {
  const words = "caf\xe9 au lait \xe0 la carte ".repeat(20);
  const controls = (count: number) => String.fromCharCode(...Array.from({ length: count }, (_, index) => index + 1));
  const bytes = (count: number) => Buffer.from(words + controls(count) + words, "latin1");
  expect(readText("a.txt", bytes(7)).text).toContain("café");
  expect(() => readText("a.bmp", bytes(8))).toThrow(
    expect.objectContaining({ reason: expect.objectContaining({ key: "import.binary" }) }),
  );
});

const cafe = Buffer.from("Résumé of the café debate: naïve. ");
test.each([
  ["a stray dash of windows-1252", [cafe, Buffer.from("10 \x96 12", "latin1")], "10 – 12", "import.strayBytes"],
  ["a stray letter", [cafe, Buffer.from("caf\xe9 here", "latin1")], "café here", "import.strayBytes"],
  ["a cut character", [cafe, Buffer.from([0x61, 0xe2, 0x82])], "a\ufffd", "import.cutOff"],
  ["halves of a pair", [cafe, Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb2, 0xa9])], "💩", ""],
])("UTF-8 with %s stays UTF-8", (_name, parts, end, warning) => {
  const read = readText("a.txt", Buffer.concat(parts));
  expect(read.text).toBe(cafe.toString() + end);
  expect(read.encoding).toBe("utf-8");
  expect(read.warnings.map((warning) => warning.key).join()).toBe(warning);
});

test("one bad byte anywhere leaves every other character of a UTF-8 text as it is", () => {
  const words = fc.array(fc.constantFrom("é", "水", "ж", "ß", "a ", "💧", "\n", "پ"), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.integer({ min: 0x80, max: 0xbf }), fc.nat(), (some, bad, place) => {
      const index = place % some.length;
      // After a whole character, a byte that only continues one is stray.
      const [before, after] = [`éé${some.slice(0, index).join("")}`, `水水${some.slice(index).join("")}`];
      const { text } = readText("a.txt", Buffer.concat([Buffer.from(before), Buffer.from([bad]), Buffer.from(after)]));
      expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
    }),
  );
});

test("line ends of every kind are line feeds, stray control characters are left out and counted", () => {
  const { text, warnings } = readText(
    "a.txt",
    Buffer.from("a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh and the words go on\u0000\u0007."),
  );
  expect(text).toBe("a\nb\nc\nd\ne\n\nf\ng\fh and the words go on.");
  expect(warnings).toEqual([message("import.controlsSkipped", { count: 2 })]);
});

test("an encoding that is not known is refused with the list of those that are", () => {
  expect(() => readText("a.txt", Buffer.from("a"), "ebcdic")).toThrow(
    /“ebcdic” is not a supported encoding.*windows-1250/,
  );
});

test.each([
  ["1250", "windows-1250"],
  ["CP1254", "windows-1254"],
  ["Windows_1251", "windows-1251"],
  ["IBM866", "cp866"],
  ["866", "cp866"],
  ["latin1", "windows-1252"],
  ["ISO_8859-1", "windows-1252"],
  ["iso8859-9", "windows-1254"],
  ["MacRoman", "macintosh"],
  ["x-mac-cyrillic", "mac-cyrillic"],
  ["UTF-16", "utf-16le"],
  ["Shift-JIS", "shift_jis"],
  ["GBK", "gb18030"],
  ["utf8", "utf-8"],
  ["nonsense", null],
])("%s names %s", (name, encoding) => {
  expect(findEncoding(name)).toBe(encoding);
});

test("every encoding on the list can be read and is known by its own name", () => {
  for (const encoding of encodings) {
    expect(findEncoding(encoding)).toBe(encoding);
    const bytes = Buffer.from(/utf-(16|32)/.test(encoding) ? iconv.encode("plain words", encoding) : "plain words");
    expect(readText("a.txt", bytes, encoding).text).toBe("plain words");
  }
});
