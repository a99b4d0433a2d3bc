import { createTextAnnotator } from "@recogito/text-annotator";
import { fetchContent } from "./content.ts";

/** The same text as plain HTML with the same pages, and the same claims in Recogito's annotator. */
let annotator = null;
const annotation = (id, { start, end, quote }) => ({
  id,
  bodies: [],
  target: { annotation: id, selector: [{ start, end, quote }] },
});

globalThis.openText = async (paper, ranges) => {
  const content = await fetchContent(paper);
  const place = document.getElementById("text");
  place.className = "ProseMirror";
  const parts = [];
  let page = -1;
  for (const block of content.blocks) {
    if (block.page !== page) parts.push(page < 0 ? '<section class="page">' : '</section><section class="page">');
    page = block.page;
    parts.push(
      `<p>${content.text.slice(block.start, block.end).replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>\n`,
    );
  }
  place.innerHTML = `${parts.join("")}</section>`;
  annotator = createTextAnnotator(place, { renderer: "CSS_HIGHLIGHTS" });
  annotator.setAnnotations(ranges.map((range, index) => annotation(`a${index}`, range)));
};

globalThis.addOne = (range) => annotator.addAnnotation(annotation("one-more", range));
