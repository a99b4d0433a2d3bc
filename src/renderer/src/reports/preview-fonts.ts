type FontFile = Readonly<{ family: string; url: string; weight: string; range: string }>;

const loaded = new Map<string, Promise<ArrayBuffer>>();

/**
 * Give a page in a frame the fonts of the window, under the names that reports ask for. A report takes the fonts of the
 * machine it is read on, and a machine without one for Urdu would show boxes here.
 */
export function lendFonts(page: Document): void {
  const frame = page.defaultView as (Window & typeof globalThis) | null;
  if (frame === null) return;
  for (const { family, url, weight, range } of fontFiles()) {
    const bytes = loaded.get(url) ?? fetch(url).then((answer) => answer.arrayBuffer());
    loaded.set(url, bytes);
    // Given as bytes: the page itself may load nothing.
    void bytes.then(
      (data) => page.fonts.add(new frame.FontFace(family, data, { weight, unicodeRange: range })),
      () => loaded.delete(url),
    );
  }
}

/** The font files that the window's own sheets name. */
function fontFiles(): readonly FontFile[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule): FontFile[] => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const [, address] = /url\("?([^")]+)/.exec(style.getPropertyValue("src")) ?? [];
      if (address === undefined) return [];
      return [
        {
          family: style.getPropertyValue("font-family").replace(/^["']|["']$/g, ""),
          url: new URL(address, sheet.href ?? document.baseURI).href,
          weight: style.getPropertyValue("font-weight"),
          range: style.getPropertyValue("unicode-range") || "U+0-10FFFF",
        },
      ];
    }),
  );
}
