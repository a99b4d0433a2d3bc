// PDF.js's own viewer component with one document, as its example `simpleviewer` has it. The page calls `show` with an
// address and gets the time at which the first page is drawn, in milliseconds since its address was opened; `highlight`
// marks the words of one piece of that page's text and gets the milliseconds until the frame after the mark is there.
import * as pdfjs from "/pdfjs/build/pdf.mjs";

globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFLinkService, PDFViewer } = await import("/pdfjs/web/pdf_viewer.mjs");
pdfjs.GlobalWorkerOptions.workerSrc = "/pdfjs/build/pdf.worker.mjs";

const container = document.getElementById("container");
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({
  container,
  eventBus,
  linkService,
  annotationEditorHighlightColors: "yellow=#FFFF98",
});
linkService.setViewer(viewer);
let uiManager = null;
eventBus.on("annotationeditoruimanager", (event) => {
  uiManager = event.uiManager;
});

const once = (name, test = () => true) =>
  new Promise((resolve) => {
    const listen = (event) => {
      if (!test(event)) return;
      eventBus.off(name, listen);
      resolve(event);
    };
    eventBus.on(name, listen);
  });
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

globalThis.show = async (url) => {
  const drawn = once("pagerendered", ({ pageNumber }) => pageNumber === 1);
  const words = once("textlayerrendered", ({ pageNumber }) => pageNumber === 1);
  const pdf = await pdfjs.getDocument({ url, cMapUrl: "/pdfjs/cmaps/", cMapPacked: true }).promise;
  viewer.setDocument(pdf);
  linkService.setDocument(pdf);
  await Promise.all([drawn, words]);
  await painted();
  return performance.now();
};

globalThis.beginHighlighting = async () => {
  viewer.annotationEditorMode = { mode: pdfjs.AnnotationEditorType.HIGHLIGHT };
  await once("annotationeditormodechanged");
};

globalThis.highlight = async (index) => {
  const spans = document.querySelectorAll(".page[data-page-number='1'] .textLayer span");
  const words = [...spans].filter((span) => span.childElementCount === 0 && span.textContent.trim() !== "")[index];
  const begun = performance.now();
  const range = document.createRange();
  range.selectNodeContents(words);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  uiManager.highlightSelection("main_toolbar");
  await painted();
  return performance.now() - begun;
};
globalThis.isLoaded = true;
