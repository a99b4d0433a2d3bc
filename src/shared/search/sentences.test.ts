import fc from "fast-check";
import { expect, test } from "vitest";
import { sentencesIn } from "./sentences.ts";

/** A text written with `|` where one sentence ends and the next begins. */
const expected: readonly string[] = [
  // English
  "Dr. Smith of the U.S. Dept. of Water said 3.5 percent, e.g. tariffs, rose on p. 4.| Next came Art. 5 Abs. 2 of the Law No. 12/2020.| It passed.",
  "He lives in the U.S.| The farmers do not.",
  "J. A. Smith and George W. Bush met Mr. Li.| They left at 5 p.m.| Nobody spoke.",
  'See ibid., pp. 3–5.| Who asked?| "We did."| Budget is fixed.',
  "“Why now?” he asked.| No.| It was late.",
  "Acme Inc. Chairman Lee resigned.| Acme Inc.| The board agreed.",
  "Sec. 4 and Fig. 2 agree (cf. Annex B).| Prices rose.",
  "It rose on page 3.| Next came the vote.",
  "1. The ministry agrees.| 2. The council does not.",
  "St. Petersburg is far.| Mt. Kenya is high.",
  "Wait… then go.| Stop!| Now.",
  "The plan ended in 2020.| Critics were glad.",
  "He said so (see Table 2).| Others agreed.",
  "On Jan. 5 the Gov. of Punjab spoke.| Nobody listened.",
  "Gen. Musharraf and Maj. Gen. Ali met Brig. Khan.| Lt. Gen. (Retd.) Ahmed of Engro (Pvt.) Ltd. was absent.| Nobody asked.",
  "The Rt. Hon. J. Major spoke.| See Sect. 3.1 and Eqs. 3–5.| Reg. No. 45 and Ord. No. XV of 1994 apply.",
  "Mr. Smith vs. The State was decided.| It is 5 ft.| The wall is higher.",
  "He left on Fri. Oct. 4.| The rate rose by 3.| Stock prices fell.",
  "This is true.[3]| That is not.[4, 5–7]| Nobody knows [8].| All agree.",
  "The firm Yahoo! Inc. was sold.| He cried “Sold!”| Nobody else did.",
  "He left the bank at 6 p.m.| Mr. Smith came at 5 a.m. Monday, not at 7 p.m. EST or so.",
  "At 5 a.m. Mr. Smith rose.| We make a good team, you and I.| Did Albert I. Jones go?",
  "It is in N°. 12 of the list.| “We agree.” (Smith 2001, p. 5).| “No.”| (Nobody spoke in 2001.)| It was late.",
  "Agendas differ in a consultation.11, 12| Take the example (type 2).10| This is it.²| The law of 2019.5| It changed fig.3 Xs.",
  "This was at large.[7][8]| This was worse.[16]| It ended.",
  "1.) The first item.| Next.",
  "• 3. The third item.| Next.",
  "Is it wide．|It is．",
  // German
  "Die Funde aus dem 1. -3. Jahrhundert sind selten.",
  "Vgl. BGH, Urt. v. 3.5.2010 – Az. 5 ZR 3/10, Rn. 12.| Dort steht es.",
  "Die Zahl stieg am 3. März um ca. 5 Mio. Euro.| Das reicht.",
  "Im 19. Jahrhundert galt z. B. Art. 12 Abs. 3 Satz 2 GG.| Der Rat sah das anders.",
  "Frau Dr. Müller, d. h. die Ministerin, sprach mit Hrn. Weber.| Laut Nr. 4 gilt das.",
  "Das steht in Kapitel 3.| Die Zahl stimmt.",
  "Die Fa. Maier & Co. KG zahlt 3 Mrd. Euro bzw. 2 Mrd. Dollar.| Niemand weiß warum.",
  "Kaiser Karl V. regierte lange.| Vgl. S. 14 f. und S. 20 ff. der Studie.",
  "Laut BT-Drs. 19/1234 kamen Prof. Dr. med. Müller und max. 3 Gäste.| »Nein«, sagte er.| »Doch.«| Alle gingen.",
  "Die 2. Kammer entschied.| Der 3. Senat wies die Klage ab.| Die 14. Sitzung war lang.",
  "Er wurde 2. Vorsitzender.| Der Bundestag, 19. Wahlperiode, tagte.| Die 4. und 5. Legislaturperiode auch.",
  "Siehe Rn. 12 ff. und Anm. 3 zu Prof. em. Dr. h. c. mult. Weber.| Das gilt seit 1. 1. 1991.| Vorher nicht.",
  // French
  "Le M. Dupont et Mme. Leroy ont dit oui.| Ils ont signé.",
  "M. Le Pen a voté.| MM. Durand et Petit aussi.",
  "L'art. 5, al. 2 et l'art. L. 123-4 s'appliquent.| Selon le no. 12, cf. p. 4, c'est clair.",
  "Le 1er janv. 2020, la loi no 3 a changé.| Pourquoi ?| Personne ne sait.",
  "Il a dit : « Pourquoi ? » et il est parti.| « Non. »| Puis rien.",
  "« Oui ! », dit-elle.| « Non. »| Elle part.",
  // Spanish
  "El Sr. López y la Sra. Ruiz viven en EE. UU. desde 2001.| ¿Por qué?| Nadie lo sabe.",
  "Véase el art. 14, núm. 3, pág. 22.| La ley lo dice.",
  "El Dr. Pérez, p. ej. en la Av. Bolívar, habló.| El Lic. Gómez no.",
  "El D. Juan Pérez, S. A., cita el apdo. 4 y la Disp. Adic. 1.ª de la ley.| No hay más.",
  // Italian
  "Il Dott. Rossi e l'Avv. Bianchi, ad es. sulla S.p.A. Acqua, citano l'art. 5, co. 2, e pag. 12.| Il Sig. Verdi no.",
  "Costa 3.5 euro, ecc.| Questo è tutto.",
  // Portuguese
  "O Exmo. Sr. Silva e a Dra. Lima, p. ex. no séc. XX, leram a pág. 4.| Não há mais.",
  // Dutch
  "Mevr. De Vries en dhr. Jansen, bijv. op blz. 12, citeren art. 3 van B.V. Water.| Het is zo.",
  // Russian
  "Проф. Иванов, г. Москва, ул. Ленина, см. ст. 5 и рис. 3.| Это верно.",
  "В 2010–2012 гг. Виктор жил там.| Цена – 50 руб.| Сумма ясна: указ от 3 мая 2012 г. № 70 в силе.",
  // Danish, Polish, Greek, Armenian
  "Det gælder f.eks. Skt. Hans, jfr. § 3.| Det er sandt.",
  "Zob. art. 3 ust. 2, np. Ustawa o wodzie.| To jest jasne.",
  "Πού είναι;| Τις Κυριακές δεν ήταν κανείς· όλοι έφυγαν.",
  "Այսօր երկուշաբթի է:| Ես գնում եմ:",
  // Hindi, Arabic
  "डॉ. सिंह और श्री. शर्मा बी. बी. सी. में बोले।| रु. 500 दिए गए।",
  "قال د. أحمد إن المادة ٥ نافذة.| ورفض أ.د. علي ذلك.",
  "وقال د\u202a.\u202c ديفيد ذلك.| ثم ذهب.",
  // Urdu
  "وزارت زیادہ نرخ کی حمایت کرتی ہے۔| کسان اسے مسترد کرتے ہیں۔| کیا یہ درست ہے؟| ہاں۔",
  "حکومت نے یو۔این۔ کی رپورٹ مانی۔| ایم۔ اے۔ جناح نے کہا۔| ڈاکٹر۔ خان نہیں آئے۔",
  "شرح ۳۔۵ فیصد ہے۔|یہ کم ہے۔",
  "قانون نمبر۔ ۱۲ اور دفعہ۔ ۵ نافذ ہیں۔| لوگ خوش ہیں۔",
  "آرٹ۔ ۵ دیکھیں۔| سب خوش ہیں۔",
  // Others, as Unicode has them
  "住民は値上げに反対している。|政府は必要だと考えている。",
  "मंत्रालय समर्थन करता है।| किसान अस्वीकार करते हैं।",
  "هل يؤيد السكان الزيادة؟| ترى الوزارة أنها ضرورية.",
  "The rate fell.| 34.8% of the students came.| 1.5 million left in 1999.| 12 years later the rest went.",
  "It rose by 5%.| 3 of them stayed, approx. 30 km away, at Rs. 500 each.",
  "Am 3. 12. 2001 kam er mit dem Abg. Müller.| 5 Jahre später ging er.",
  "これは「本です。」と言った。|「はい。」|彼は黙った。",
  "他说：“好。”|（她走了。）|《报告》出来了。|“为什么？”他问。",
  "“水价对于居住在城市边缘并且每天需要乘坐渡轮上班的普通居民来说过高而且不公平，这是多年以来大家都知道的事实。”部长王明表示。|他说：“不行。”|王明说了别的。",
  "我们去看《摔跤吧！爸爸》好吗？|好！",
  "ق۔م۔ کا زمانہ تھا۔| پھر سب بدلا۔",
];

test.each(expected)("%s", (marked) => {
  const text = marked.replaceAll("|", "");
  expect(sentencesIn(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual(
    marked.split("|").map((part) => part.trim()),
  );
});

test("a line end ends a sentence, whatever is before it", () => {
  expect(sentencesIn("Dear Dr.\nSmith").map(({ start }) => start)).toEqual([0, 9]);
});

test("sentences cover a text without gaps", () => {
  const piece = fc.constantFrom(
    "a",
    "B",
    ".",
    " ",
    "U.S.",
    "Dr.",
    "3",
    "۔",
    "ایم",
    "?",
    "”",
    "\n",
    "No.",
    "e.g.",
    "1.",
    "(",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const sentences = sentencesIn(text);
      expect(sentences.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      for (const { start, end } of sentences) expect(end).toBeGreaterThan(start);
    }),
  );
});
