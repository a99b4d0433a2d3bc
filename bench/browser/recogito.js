import { createTextAnnotator } from "@recogito/text-annotator";
import { showPlain } from "./plain-paper.js";

/** The same text as plain HTML with the same pages, and the same claims in Recogito's annotator. */
let annotator = null;
const annotation = (id, { start, end, quote }) => ({
  id,
  bodies: [],
  target: { annotation: id, selector: [{ start, end, quote }] },
});

globalThis.openText = async (paper, ranges) => {
  const { place } = await showPlain(paper);
  annotator = createTextAnnotator(place, { renderer: "CSS_HIGHLIGHTS" });
  annotator.setAnnotations(ranges.map((range, index) => annotation(`a${index}`, range)));
};

globalThis.addOne = (range) => annotator.addAnnotation(annotation("one-more", range));
