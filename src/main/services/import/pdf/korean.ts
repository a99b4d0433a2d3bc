/**
 * Korean lines end between words or in the middle of one, by the program that set them, and print no hyphen. Whether a
 * paper's lines part words is seen from its line ends; where a single one does, from the paper's other words and from
 * grammar: particles are never words of their own, and few syllables are.
 */

/** Counts of words, and of line ends under the two keys below; see `Words`. */
type Counts = ReadonlyMap<string, number>;
/** All line ends between Korean syllables, and those that surely part a word. No word has these keys. */
const allEnds = "\n";
const partedEnds = "-\n";
/** Least share of line ends that surely part a word, in a paper whose lines do so. */
const minParted = 0.06;
/** Longest beginning of a word that is counted, in syllables. */
const maxBeginning = 6;

const hangul = /^[\uac00-\ud7a3]+/;
const hangulEnd = /(?:^|[^\uac00-\ud7a3])([\uac00-\ud7a3]+)$/;

/** Particles and endings, which follow a word without a space (national orthography of 1988, articles 41 and 2). */
const particle =
  /^(?:은|는|을|를|의|에|와|과|도|만|로|으로|에서|에게|까지|부터|보다|으로도|으로는|로도|로는|에도|에는|에서도|에서는|에게는|까지도|과의|와의|에의|으로의|만의|며|면서|도록|거나|지만|처럼|마다|조차|라고|라는|이라고|이라는|이다|이며|이고|이나|이란|들|들은|들이|들을|들의|적|적인|적으로|하고|하여|하며|하는|하기|하지|하면|하였다|하였고|하였으며|하였음|한다|했다|했으며|함|할|해야|되어|되는|되고|되며|되지|되었다|된다|됐다|였다|였으며|였고|었다|았다|으며|으나|므로|므로써|습니다|입니다|합니다|니다)$/;
/** Words of one syllable that are found alone. */
const alone = new Set(
  "이 그 저 한 두 세 네 몇 각 전 후 및 등 중 때 것 수 더 또 즉 곧 안 밖 위 못 잘 다 새 첫 약 총 본 당 제 타 뒤 앞 옆 속 곳 데 바 줄 듯 뿐 채 간 내 외 월 일 년 명 개 건 원 분 점 면 쪽 말 뜻 법 땅 집 돈 물 몸 길 값 꼭 매 온 왜 참 큰 긴 할 될 볼 쓸 줄 된 본 준 둔 간 온".split(
    " ",
  ),
);
/** Endings after which a word is over. */
const wordEnd =
  /(?:[을를의]|에서|으로|에게|에는|에도|까지|부터|이나|거나|지만|라고|다고|[할될한인]지|하게|않[는은]|하여|하고|하며|하는|되어|되는|있는|없는|있어|따라|대한|대해|위한|위해|통해|관한|같은|다\.?)$|^(?:[높많작낮깊좋넓짧젊받얻남]은|[오가주보이그]는)$/;
/** Endings of a word, which are often within one too. */
const mayEnd = /[은는이가에로과와도고며면서한된할될지]$/;

/** Words that begin a clause. */
const opening = /^(?:그러나|그리고|그러므로|그런데|따라서|또한|다만|한편|하지만|특히|즉|또는|혹은)/;

/** Count a Korean word, its beginnings with it, for `isKoreanWordParted`. */
export function addKoreanWord(counts: Map<string, number>, word: string): void {
  for (let length = 2; length <= Math.min(maxBeginning, word.length); length++) add(counts, beginning(word, length));
}

/** Count the end of a line and the beginning of the next, if both are Korean. */
export function addKoreanLineEnd(counts: Map<string, number>, before: string, after: string): void {
  const parts = partsAt(before, after);
  if (parts === null) return;
  add(counts, allEnds);
  if (isSurelyParted(parts)) add(counts, partedEnds);
}

/** True when the end of a line is in the middle of a Korean word, so that no space belongs there. */
export function isKoreanWordParted(before: string, after: string, counts: Counts): boolean {
  const parts = partsAt(before, after);
  if (parts === null) return false;
  const [all, parted] = [counts.get(allEnds) ?? 0, counts.get(partedEnds) ?? 0];
  if (parted === 0 || parted < all * minParted) return false;
  if (isSurelyParted(parts)) return true;
  const { head, tail } = parts;
  const together = beginningsOf(counts, head + tail.slice(0, 2));
  const apart = Math.min(
    counts.get(head) ?? 0,
    Math.max(counts.get(tail) ?? 0, beginningsOf(counts, tail.slice(0, 2))),
  );
  if (together !== apart) return together > apart;
  if (opening.test(tail) || alone.has(head)) return false;
  return !(head.length >= 2 && (wordEnd.test(head) || (head.length >= 3 && mayEnd.test(head))));
}

type Parts = Readonly<{ head: string; tail: string }>;

/** The syllables on both sides of a line end, as far as the next space or sign; null where one side has none. */
function partsAt(before: string, after: string): Parts | null {
  const head = hangulEnd.exec(before.slice(-24))?.[1];
  const tail = hangul.exec(after.slice(0, 24))?.[0];
  return head === undefined || tail === undefined ? null : { head, tail };
}

function isSurelyParted({ head, tail }: Parts): boolean {
  return particle.test(tail) || (head.length === 1 && !alone.has(head));
}

function beginningsOf(counts: Counts, start: string): number {
  return start.length < 2 ? 0 : (counts.get(beginning(start, maxBeginning)) ?? 0);
}

function beginning(word: string, length: number): string {
  return `${word.slice(0, length)}…`;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
