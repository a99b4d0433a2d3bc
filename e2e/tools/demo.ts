import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * The main job from end to end on the sample paper, by the same command line a reader has. Prints each step and the
 * files made.
 */
const root = path.resolve(import.meta.dirname, "../..");
const folder = process.argv[2] ?? mkdtempSync(path.join(tmpdir(), "stancemark-demo-"));
const library = path.join(folder, "library");
const sample = path.join(root, "resources/sample");
const title = "The Strait Crossing: Who Pays, Who Sails, Who Decides";

function stancemark(...args: string[]): void {
  console.log(`\n$ stancemark ${args.map((arg) => (/[\s:]/.test(arg) ? JSON.stringify(arg) : arg)).join(" ")}`);
  const cli = path.join(root, "out/main/cli.js");
  execFileSync(process.execPath, [cli, ...args, "--library", library], { stdio: ["ignore", "inherit", "inherit"] });
}

stancemark("import", path.join(sample, "sample.pdf"), "--author", "Marta Ilves");
stancemark("codebook", "import", path.join(sample, "codebook.csv"));
stancemark("annotate", "--from", path.join(sample, "claims.csv"));
stancemark("export", title, "--to", path.join(folder, "annotated.pdf"));
stancemark("report", "--to", path.join(folder, "report.html"));
stancemark("report", "--to", path.join(folder, "report.md"));
stancemark("verify");
console.log(`\nThe library:       ${library}`);
console.log(`The annotated PDF: ${path.join(folder, "annotated.pdf")}`);
console.log(`The report:        ${path.join(folder, "report.html")} (and .md)`);
