import { type Palette, palettes } from "../chart/svg.ts";

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

const dark = `${variables(palettes.dark)};--hl-sup:#1d3f56;--hl-opp:#54331c;--hl-neu:#34383d;--hl-mix:#4a2f42;--warn:#ffb38a`;

const bySystem = "@media screen and (prefers-color-scheme:dark)";
const bothSchemes = "color-scheme:light dark";

/**
 * How our pages look: on the screen light or dark as the reader has it, on paper with margins, page numbers and no torn
 * quotes.
 */
export const pageStyle = `:root{${bothSchemes};${variables(palettes.light)};--hl-sup:#cfe6f5;--hl-opp:#fbdcc6;--hl-neu:#e6e6e3;--hl-mix:#f0d9e9;--warn:#8a3300}
${bySystem}{:root{${dark}}}
body{margin:0;background:var(--page);color:var(--ink);font:17px/1.6 Georgia,"Noto Serif",serif;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:3rem 1.5rem 5rem}
h1{margin:0 0 .4rem;font-size:1.9rem;line-height:1.22;text-wrap:balance}
h2{margin:2.8rem 0 1rem;padding-bottom:.3rem;border-bottom:1px solid var(--line);font-size:1.35rem}
h3{margin:2rem 0 .7rem;font-size:1.08rem}
h4{margin:1.6rem 0 .5rem;font:600 .9rem/1.4 system-ui,"Noto Sans",sans-serif}
.soft,.source,table,.note,.notes,nav,figcaption{font-family:system-ui,"Noto Sans",sans-serif;font-size:.84rem}
.soft,figcaption{color:var(--soft)}
.byline{padding-bottom:1.2rem;border-bottom:1px solid var(--line)}
.table{overflow-x:auto;margin:1.2rem 0}
table{border-collapse:collapse;width:100%;line-height:1.45}
caption{padding:.3rem 0;color:var(--soft);text-align:start}
th,td{padding:.38rem .5rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
thead th{border-bottom:1.5px solid var(--soft);vertical-align:bottom}
tbody th{min-width:8rem;font-weight:500}
tfoot *{border-bottom:0;font-weight:600}
.number{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.date{white-space:nowrap}
thead .number{white-space:normal}
a{color:var(--supports);text-underline-offset:.15em}
article{margin:1.15rem 0;padding-inline-start:1rem;border-inline-start:4px solid var(--neutral);break-inside:avoid}
article p{margin:.2rem 0}
article .soft{font-size:.76rem}
blockquote{margin:0}
.note{font-style:italic}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;break-inside:avoid}
.pair h4{grid-column:1/-1}
.pair article{margin:0 0 .6rem;font-size:.95rem}
@media(max-width:34rem){.pair{grid-template-columns:1fr}}
figure{margin:1.4rem 0;break-inside:avoid}
figure svg{max-width:100%;height:auto;direction:ltr}
figure svg text{unicode-bidi:plaintext}
html:lang(ur) body{font-family:"Noto Naskh Arabic","Noto Sans Arabic",Georgia,"Noto Serif",serif}
html:lang(ur) :is(h4,.soft,.source,table,.note,.notes,nav,figcaption,.flag){font-family:"Noto Sans Arabic",system-ui,"Noto Sans",sans-serif}
.references{list-style:none;padding:0}
.references li{margin:.4rem 0;padding-inline-start:1.6rem;text-indent:-1.6rem}
nav ul{list-style:none;margin:0;padding:0;columns:2 18rem}
nav li{padding:.12rem 0;break-inside:avoid}
nav a{color:inherit;text-decoration-color:var(--line)}
nav .level-2{padding-inline-start:1.4rem;color:var(--soft)}
.flag{color:var(--warn);font:600 .82rem system-ui,"Noto Sans",sans-serif}
.supports{border-color:var(--supports)}
.opposes{border-color:var(--opposes);border-inline-start-style:double}
.mixed{border-color:var(--mixed);border-inline-start-style:dashed}
.unclear,article.note{border-inline-start-style:dotted}
.none{border-color:var(--line);border-inline-start-style:dashed}
mark{color:inherit;background:var(--hl-neu);text-decoration:underline 2px var(--neutral);text-underline-offset:3px}
mark.supports{background:var(--hl-sup);text-decoration-color:var(--supports)}
mark.opposes{background:var(--hl-opp);text-decoration:underline wavy 1.5px var(--opposes)}
mark.mixed{background:var(--hl-mix);text-decoration:underline dashed 2px var(--mixed)}
mark.unclear,mark.note{text-decoration-style:dotted}
mark.none{background:none;text-decoration:underline dashed 1.5px var(--none)}
mark.several{background:repeating-linear-gradient(135deg,var(--hl-sup) 0 .5em,var(--hl-opp) .5em 1em);text-decoration:underline double 1.5px var(--ink)}
@media screen{main>:is(article,.pair,figure){content-visibility:auto;contain-intrinsic-size:auto 7rem}}
sup.ref{font:600 .65em system-ui,"Noto Sans",sans-serif}
@page{margin:20mm 18mm 22mm;@bottom-center{content:counter(page) " / " counter(pages);font:8pt system-ui,"Noto Sans",sans-serif}}
@media print{:root{color-scheme:light;--page:#fff}
body{font-size:10.5pt;line-height:1.45}
main{max-width:none;padding:0}
h2,h3,h4,caption{break-after:avoid}
h2.apart{break-before:page}
figure svg{max-height:20cm}
p,li{orphans:2;widows:2}
.table{overflow:visible}
table{font-size:8.5pt}
tbody th{min-width:0}
tfoot{display:table-row-group}
tr{break-inside:avoid}
a{color:inherit;text-decoration:none}}`;

/** One of our pages as a window shows it whose own theme is dark or light, whatever the system's is. */
export function pageInTheme(html: string, isDark: boolean): string {
  // The title, which is before the style, may say anything.
  const style = html.indexOf("<style>");
  const own = html
    .slice(style)
    .replace(bothSchemes, `color-scheme:${isDark ? "dark" : "light"}`)
    .replace(bySystem, isDark ? "@media screen" : "@media not all");
  return style < 0 ? html : html.slice(0, style) + own;
}
