import { detailsOf, placeOf, type Report, type ReportClaim } from "./outline.ts";

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A whole page: no script, nothing loaded from anywhere, and a policy that says so to the browser. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** A report as one HTML page. */
export function reportHtml(report: Report): string {
  const heads = report.stances.map((one) => `<th scope="col">${escapeHtml(`${one.glyph} ${one.name}`)}</th>`).join("");
  const lines = report.table.map((line) => tableLine(line.issue, line.counts, line.total)).join("\n");
  const all = report.totals.reduce((a, b) => a + b, 0);
  const papers = report.papers
    .map(
      (one) =>
        `<li>${escapeHtml([one.title, ...one.authors, ...(one.date ? [one.date] : [])].join(", "))} <span>(${one.claims})</span></li>`,
    )
    .join("\n");
  const issues = report.issues
    .map(({ issue, claims }) => `<section><h2>${escapeHtml(issue)}</h2>\n${claims.map(claimHtml).join("\n")}</section>`)
    .join("\n");
  const notes = report.notes.map(
    (row) => `<article class="other"><blockquote dir="auto">${escapeHtml(row.quote)}</blockquote>
<p class="soft">${escapeHtml(placeOf(row))}</p><p class="note" dir="auto">${escapeHtml(row.note)}</p></article>`,
  );
  return htmlPage(
    report.title,
    `<main><h1>${escapeHtml(report.title)}</h1>
<p class="soft">Made ${escapeHtml(report.made.slice(0, 10))} with Stancemark</p>
<ul>${papers}</ul>
<h2>Issues and stances</h2>
<table><thead><tr><th scope="col">Issue</th>${heads}<th scope="col">all</th></tr></thead>
<tbody>${lines}</tbody><tfoot>${tableLine("All", report.totals, all)}</tfoot></table>
${issues}${notes.length === 0 ? "" : `<section><h2>Notes</h2>${notes.join("\n")}</section>`}</main>`,
  );
}

function tableLine(name: string, counts: readonly number[], total: number): string {
  const cells = counts.map((count) => `<td>${count === 0 ? "" : count}</td>`).join("");
  return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}<td>${total}</td></tr>`;
}

function claimHtml(claim: ReportClaim): string {
  const note = claim.row.note === "" ? "" : `<p class="note" dir="auto">${escapeHtml(claim.row.note)}</p>`;
  return `<article class="${stanceClass(claim.stance)}"><blockquote dir="auto">${escapeHtml(claim.row.quote)}</blockquote>
<p class="soft">${escapeHtml(detailsOf(claim))}</p>${note}</article>`;
}

/** The style class of a stance; those that are not of the default scale share one. */
export function stanceClass(stance: string): string {
  return ["supports", "opposes", "neutral", "mixed"].includes(stance) ? stance : "other";
}

const style = `:root{color-scheme:light dark;--ink:#1d1f23;--soft:#5d626b;--page:#fffefb;--line:#e3e0d8;--sup:#0072b2;--opp:#b84f00;--neu:#6f747c;--mix:#a8518a;--hl-sup:#cfe6f5;--hl-opp:#fbdcc6;--hl-neu:#e6e6e3;--hl-mix:#f0d9e9}
@media(prefers-color-scheme:dark){:root{--ink:#e7e5df;--soft:#a3a8b0;--page:#1f2327;--line:#2c3036;--sup:#5cb8ee;--opp:#ff9a57;--neu:#a5aab2;--mix:#e39bc9;--hl-sup:#1d3f56;--hl-opp:#54331c;--hl-neu:#34383d;--hl-mix:#4a2f42}}
@media print{:root{color-scheme:light}}
body{margin:0;background:var(--page);color:var(--ink);font:17px/1.6 Georgia,"Noto Serif",serif}main{max-width:46rem;margin:0 auto;padding:3rem 1.5rem}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
.soft,table,li span,.note{font-family:system-ui,"Noto Sans",sans-serif;font-size:.85rem}.soft,li span{color:var(--soft)}
table{border-collapse:collapse;width:100%}th,td{padding:.35rem .5rem;border-bottom:1px solid var(--line);text-align:right}tr>:first-child{text-align:left;font-weight:500}tfoot *{font-weight:600}
a{color:var(--sup)}article{break-inside:avoid;border-inline-start:4px solid var(--neu);padding-inline-start:1rem;margin:1.2rem 0}article p{margin:.3rem 0}blockquote{margin:0}
.supports{border-color:var(--sup)}.opposes{border-color:var(--opp);border-inline-start-style:double}.mixed{border-color:var(--mix);border-inline-start-style:dashed}.other{border-inline-start-style:dotted}
mark{color:inherit;background:var(--hl-neu);text-decoration:underline 2px var(--neu);text-underline-offset:3px}mark.supports{background:var(--hl-sup);text-decoration-color:var(--sup)}mark.opposes{background:var(--hl-opp);text-decoration:underline wavy 1.5px var(--opp)}mark.mixed{background:var(--hl-mix);text-decoration:underline dashed 2px var(--mix)}mark.other{text-decoration-style:dotted}
sup.ref{font:600 .65em system-ui,sans-serif}`;
