import { parse } from "parse5";
import { expect, test } from "vitest";
import { ArticleDocument, ArticleElement, ArticleText } from "./article-dom.ts";

const documentOf = (body: string): ArticleDocument => new ArticleDocument(parse(`<body>${body}</body>`), "Title");
/** An element as tags and words, to compare. */
const shape = (element: ArticleElement): string =>
  element.childNodes
    .map((node) =>
      node instanceof ArticleElement
        ? `<${node.localName}>${shape(node)}</>`
        : node instanceof ArticleText
          ? node.data
          : "",
    )
    .join("");

test("a page becomes elements and words, without scripts, styles and pictures of lines", () => {
  const { body } = documentOf("<p>a<b>b</b><script>x</script><style>x</style><svg><text>x</text></svg></p><!-- x -->c");
  expect(shape(body)).toBe("<p>a<b>b</></>c");
  expect(body.textContent).toBe("abc");
});

test("nodes are moved, put before others, replaced and removed", () => {
  const document = documentOf("<i></i><b>1</b><u></u>");
  const { body } = document;
  const [i, b, u] = body.children;
  const [first, second, third] = [i, b, u].map((node) => node ?? document.createElement("x"));
  if (first === undefined || second === undefined || third === undefined) return;
  first.appendChild(second);
  expect(shape(body)).toBe("<i><b>1</></><u></>");
  body.insertBefore(second, third);
  expect(shape(body)).toBe("<i></><b>1</><u></>");
  expect([second.previousSibling, second.nextSibling, body.lastChild]).toEqual([first, third, third]);
  body.replaceChild(second, first);
  expect(shape(body)).toBe("<b>1</><u></>");
  body.insertBefore(first, null);
  expect(shape(body)).toBe("<b>1</><u></><i></>");
  body.removeChild(third);
  expect([shape(body), second.nextElementSibling, first.previousElementSibling]).toEqual([
    "<b>1</><i></>",
    first,
    second,
  ]);
  expect(third.parentNode).toBeNull();
});

test("what was put away comes back with the same origins, as often as it is asked for", () => {
  const { body } = documentOf("<p class=x>a<b>b</b></p>");
  const origin = body.firstChild?.origin;
  const saved = body.innerHTML;
  for (let round = 0; round < 2; round++) {
    body.textContent = "";
    body.innerHTML = saved;
    expect([shape(body), body.firstChild?.origin === origin, body.firstElementChild?.className]).toEqual([
      "<p>a<b>b</></>",
      true,
      "x",
    ]);
  }
  body.innerHTML = "<p>never parsed</p>";
  expect(shape(body)).toBe("");
});

test("attributes, identifiers and inline styles are read in any case", () => {
  const { body } = documentOf('<p ID=a CLASS="b c" STYLE="color:red; Display : NONE;visibility:hidden" x="">t</p>');
  const p = body.firstElementChild;
  expect([p?.id, p?.className, p?.style, p?.hasAttribute("X"), p?.tagName]).toEqual([
    "a",
    "b c",
    { display: "none", visibility: "hidden" },
    true,
    "P",
  ]);
  p?.removeAttribute("x");
  expect(p?.attributes.map(({ name }) => name)).toEqual(["id", "class", "style"]);
});

test("elements are found by name in the order of the page", () => {
  const { documentElement } = documentOf("<p><b>1</b></p><b>2</b>");
  expect(documentElement.getElementsByTagName("B").map((node) => node.textContent)).toEqual(["1", "2"]);
  expect(documentElement.getElementsByTagName("*").map((node) => node.localName)).toEqual(["body", "p", "b", "b"]);
});
