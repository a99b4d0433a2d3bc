/**
 * Abbreviations that end with a full stop and do not end a sentence, in lower case and without the stop: English,
 * German, French, Spanish, Italian, Portuguese, Dutch, Russian and some of their neighbours. Source: the sentence-break
 * suppressions of Unicode CLDR 46.1 (`cldr-segments-full`, Unicode-3.0), without those that are ordinary words as well
 * ("In.", "Test.", "mar."), and the titles, references and dates that policy papers use.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Always followed by more of the sentence: titles before a name, and "for example". */
export const neverLast = words(`
  mr mrs ms messrs dr prof gen sen rep rt hon gov pres amb rev fr sgt capt col lt maj brig cpl cmdr adm supt st mt ft
  e.g i.e eg ie cf viz vs approx esp incl
  hr hrn fr frl abg dipl.-ing dipl ing vgl bzw bspw z.b d.h u.a i.d.r mult med phil jur sog ca evtl ggf insb einschl inkl exkl zzgl gem lt
  m mm mme mmes mlle mlles mgr me mtre pr vve p.ex env
  sr sra srta sres sras srtas dña dn excmo excma ilmo ilma gral lic licdo licda arq cnel p.ej ej ee rr.hh aprox
  sig sigg sig.ra sig.na dott dott.ssa prof.ssa avv geom rag egr gent cfr p.es psicol
  exmo exma ilmo dra drs profa prof.ª dr.ª sr.ª v.g
  dhr mevr mw ir bijv d.w.z m.b.t t.a.v i.v.m n.a.v t.o.v o.a
  проф акад доц ул просп пл им см ср напр т.е т.н т.к пгт пос ред чл.-корр
  f.eks bl.a t.ex s.k dvs jfr skt np tzn m.in tj zob
  ڈاکٹر مسٹر مسز پروفیسر
  د أ أ.د ا.د
  डॉ प्रो श्री
`);

/** Those of them that are measures and streets as well, which a sentence may end with: "5 ft.", "Main St." */
export const rarelyLast = words("ft st");

/** Followed by a number or a letter that is counted: "Art. 5", "No. 12", "Abs. 2", "pág. 4". */
export const beforeNumber = words(`
  no nos nr nrn art arts abs p pp pg pgs fig figs sec secs sect sects ch chap para paras par parr párr vol vols tab eq eqs app apps ann annex
  cl reg regs rs bk pt pts ed eds ln col ref refs ex
  s f ff az drs max mind ziff tz rn rdnr kap bd bde anl anm abb tab fn fußn hs bl z lit
  n núm num pág págs pag cap caps inc apdo apdos al éd t liv tit tít
  n° nº nn artt pagg cpv lett sez fls séc párrf párrfs
  blz hfdst afb ust poz rozdz
  ст п пп ч гл стр с рис табл кв д разд абз №
  نمبر آرٹ دفعہ شق آرٹیکل باب جلد صفحہ ص ج
  रु सं
`);

/** Inside of a sentence or at its end: what comes next decides. */
export const perhapsLast = words(`
  mon tue tues thu thur thurs fri
  jan feb febr mar apr jun jul aug sep sept oct nov dec
  jän okt dez janv févr avr juil déc ene abr ago dic
  u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d inc ltd co corp llc plc bros jr sr dept depts govt min dir est assn univ
  ave blvd rd hwy bldg misc tel mio mrd tsd std jh jhd jahrh chr gmbh abt hrsg verf ausg aufl str reg.-bez
  em stat ges fa geb gest österr schweiz dtsch engl frz röm kath
  av ap j.-c éd coll dir gouv réf syst trad
  uu ee.uu ud uds vd vds s.a ltda cía avda dpto depto depts prov hnos fund admón adm disp adic
  ecc s.p.a s.r.l dez enz e.d jl a.s c.s b.v n.v stb stcrt itd itp
  гг вв др т.д т.п н.э обл р-н
  ibid op cit al intl natl def conf conv comm
`);

/** Words that begin a sentence far more often than a name: they end the one before, even after an abbreviation. */
export const beginners = words(`
  the a an this that these those it its he she they we you there here in on at by for from with without when while where as if but and or
  however therefore thus moreover although because since after before during under according not no what why how who both some many most
  all each our their his her nobody everyone everybody nothing something one two three four five i
  der die das ein eine einen dies diese dieser dieses es er sie wir ihr man im am zum zur bei nach vor mit ohne für aber und oder doch auch
  wenn weil als wie wer was warum nicht so dann damit dabei laut seit
  le la les un une des ce cet cette ces il elle ils elles nous vous on en dans pour par sur sous avec sans mais et ou où si quand comme
  selon cependant toutefois ainsi donc
  el los las unos unas este esta estos estas ese esa eso ella ellos ellas nosotros se en por para con sin pero y o si cuando como según
  además
  il lo gli uno della del nel nella questo questa questi queste quello secondo anche ma se quando
  os uma em na nos nas às ao este esta ele ela eles não segundo também porém
  het een deze dit er hij zij wij ik op aan bij voor van wanneer volgens maar ook
  он она они оно это этот эта эти мы вы но и а в на как при для по из с к у что если когда однако также все так не его их её кроме после до
  det den hvad han hun de vi
  اس یہ وہ ان انہوں لیکن تاہم مگر جب اگر ہم
`);

/** What follows a time of day in its own sentence: "5 p.m. Monday", "9 a.m. Eastern". Time zones are in capitals. */
export const afterTime = words(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  january february march april may june july august september october november december
  eastern central mountain pacific greenwich local standard daylight
`);

/** German words that an ordinal number follows: "im 19. Jahrhundert", "der II. Weltkrieg". */
export const beforeOrdinal = words(`
  am im zum zur vom beim der dem den des das die bis ab jeder jede jedes jeden jedem ihr ihre ihrem ihrer sein seine seinem seiner
  ein eine einem einer eines dieser diese dieses diesem diesen unser unsere unserem unserer
`);

/** German nouns that an ordinal number is before, wherever it is: "19. Wahlperiode", "wurde 2. Vorsitzender". */
export const counted = words(`
  wahlperiode legislaturperiode sitzung lesung tagung kammer senat bundestag landtag nationalrat kabinett
  jahrhundert jahrtausend jahrestag jahrgang quartal halbjahr woche monat lebensjahr schuljahr
  auflage ausgabe fassung änderung nachtrag ergänzung änderungsgesetz
  weltkrieg platz obergeschoss klasse grades vorsitzende vorsitzender vorsitzenden bürgermeister
`);

/** Names of months and seasons that follow an ordinal number: "am 3. März", "den 5. maj". */
export const months = words(`
  januar jänner feber februar märz april mai juni juli august september oktober november dezember
  januari februari marts maj juni juli augusti oktober december mars
`);

/** The same as Hindi spells them: "ए. पी. जे.", "बी.बी.सी." */
export const hindiLetters = words("ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड");

/** Names of Latin letters as Urdu spells them in abbreviations: "ایم۔ اے۔", "یو۔این۔". */
export const urduLetters = words(
  "اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ",
);
