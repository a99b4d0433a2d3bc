import { showHiddenMarks } from "../messages/hidden-marks.ts";
import type { Paint, Picture, Shape } from "./picture.ts";

/** A CSS colour for each paint. */
export type Palette = Readonly<Record<Paint, string>>;

/**
 * The colours of the interface's themes; stances after Okabe and Ito (2008), darkened or lightened to 4.5:1 against the
 * page.
 */
export const palettes = {
  light: {
    supports: "#00639c",
    opposes: "#b04c00",
    neutral: "#5f646c",
    mixed: "#9a4480",
    unclear: "#6f6440",
    none: "#5d626b",
    ink: "#1d1f23",
    soft: "#5d626b",
    line: "#d9d5cb",
    page: "#fffefb",
  },
  dark: {
    supports: "#5cb8ee",
    opposes: "#ff9a57",
    neutral: "#a5aab2",
    mixed: "#e39bc9",
    unclear: "#cdbf8d",
    none: "#a3a8b0",
    ink: "#e7e5df",
    soft: "#a3a8b0",
    line: "#3a3f46",
    page: "#1f2327",
  },
} as const satisfies Record<string, Palette>;

/** The light palette on white paper. */
export const printed: Palette = { ...palettes.light, page: "#ffffff" };

/**
 * What is drawn over a patterned shape, in the colour of the page: supports plain, opposes slanted lines, and so on.
 */
export const patterns: Readonly<Partial<Record<Paint, string>>> = {
  opposes: "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2",
  neutral: "M0,3 h6",
  mixed: "M0,0 l6,6 M0,6 l6,-6",
  unclear: "M2,2 h2 v2 h-2 z",
  none: "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2 M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2",
};

/** Names of the font families that a drawing asks for, first come first served. */
export const chartFonts = "'Noto Sans', 'Segoe UI', system-ui, sans-serif";

/** A picture as a complete SVG document (SVG 1.1), colours written out; loads nothing. */
export function svgOf(picture: Picture, palette: Palette = palettes.light): string {
  const { width, height } = picture;
  const defs = Object.entries(patterns)
    .map(
      ([paint, path]) =>
        `<pattern id="p-${paint}" width="6" height="6" patternUnits="userSpaceOnUse"><path d="${path}" stroke="${palette.page}" stroke-width="1.3" fill="none"/></pattern>`,
    )
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${chartFonts}"><title>${escaped(picture.title)}</title><defs>${defs}</defs><rect width="${width}" height="${height}" fill="${palette.page}"/>
${picture.shapes.map((shape) => shapeSvg(shape, palette)).join("\n")}
</svg>
`;
}

function shapeSvg(shape: Shape, palette: Palette): string {
  const title = shape.title === undefined ? "" : `<title>${escaped(shape.title)}</title>`;
  const colour = palette[shape.paint];
  const twice = (tag: string, place: string): string => {
    const pattern = shape.patterned && patterns[shape.paint] !== undefined;
    const over = pattern ? `<${tag} ${place} fill="url(#p-${shape.paint})"/>` : "";
    return `<g>${title}<${tag} ${place} fill="${colour}"/>${over}</g>`;
  };
  switch (shape.kind) {
    case "rect":
      return twice("rect", `x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" height="${n(shape.height)}"`);
    case "circle":
      return twice("circle", `cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.radius)}"`);
    case "line": {
      const dash = shape.dashed ? ' stroke-dasharray="6 4"' : "";
      return `<line x1="${n(shape.x1)}" y1="${n(shape.y1)}" x2="${n(shape.x2)}" y2="${n(shape.y2)}" stroke="${colour}" stroke-width="${n(shape.width)}"${dash}>${title}</line>`;
    }
    case "text": {
      const turn = shape.turned === undefined ? "" : ` transform="rotate(${shape.turned} ${n(shape.x)} ${n(shape.y)})"`;
      const weight = shape.bold ? ' font-weight="600"' : "";
      const halo = shape.halo
        ? ` stroke="${palette.page}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
        : "";
      return `<text x="${n(shape.x)}" y="${n(shape.y)}" font-size="${shape.size}" text-anchor="${shape.anchor}" fill="${colour}"${weight}${halo}${turn}>${title}${escaped(shape.text)}</text>`;
    }
  }
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(words: string): string {
  const text = showHiddenMarks(words);
  return text.replace(/\p{Cc}/gu, " ").replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
