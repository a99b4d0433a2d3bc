import { anchor } from "hypothesis-client/src/annotator/anchoring/html";
import { TextRange } from "hypothesis-client/src/annotator/anchoring/text-range";
import { Highlighter } from "hypothesis-client/src/annotator/highlighter";
import { showPlain } from "./plain-paper.js";

/**
 * The same text as plain HTML with the same pages, and the same claims highlighted by Hypothesis' client: each is found
 * by the selectors that it stores, all at once, and highlighted where it was found, as `Guest.anchor` does. Its sidebar
 * with the cards and its bar of buckets are not there.
 */
let selectorsOf = () => [];
let place = null;
let highlighter = null;

/** Where the paragraph of an offset is, as an XPath below the place of the text, and the offset in it. */
function pathsIn({ blocks }) {
  const paths = [];
  let [page, section, paragraph] = [-1, 0, 0];
  for (const block of blocks) {
    if (block.page !== page) [page, section, paragraph] = [block.page, section + 1, 0];
    paths.push(`/section[${section}]/p[${++paragraph}]`);
  }
  return (offset) => {
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return { container: paths[low], offset: offset - blocks[low].start };
  };
}

async function highlight(range) {
  const region = TextRange.fromRange(await anchor(place, selectorsOf(range)));
  highlighter.highlightRange(region.toRange());
}

globalThis.openText = async (paper, ranges) => {
  const shown = await showPlain(paper);
  place = shown.place;
  const { text } = shown.content;
  const pathOf = pathsIn(shown.content);
  selectorsOf = ({ start, end }) => {
    const [first, last] = [pathOf(start), pathOf(end)];
    return [
      {
        type: "RangeSelector",
        startContainer: first.container,
        startOffset: first.offset,
        endContainer: last.container,
        endOffset: last.offset,
      },
      { type: "TextPositionSelector", start, end },
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
    ];
  };
  highlighter = new Highlighter(place);
  document.head.insertAdjacentHTML("beforeend", "<style>hypothesis-highlight { background: #ffff3c66 }</style>");
  await Promise.all(ranges.map(highlight));
};

globalThis.addOne = highlight;
