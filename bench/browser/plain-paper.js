import { fetchContent } from "./content.ts";

/**
 * Put a paper's text into the page as plain HTML, with the pages that the window has. Its text content is the canonical
 * text. Returns the place it is in and the paper.
 */
export async function showPlain(paper) {
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
  return { place, content };
}
