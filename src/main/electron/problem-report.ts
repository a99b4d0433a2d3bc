import { arch, release, totalmem } from "node:os";

/** What a problem report says of the program; nothing of it comes from a paper. */
export type ReportFacts = Readonly<{
  version: string;
  versions: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  locale: string;
  /** Sizes of displays, in pixels, with their scale. */
  displays: readonly string[];
  acceleration: boolean;
  /** Counts of each open library. */
  libraries: readonly Readonly<Record<string, number | boolean>>[];
  log: string;
}>;

/**
 * A text that the reader can look through and send to whoever helps: versions, system, counts and the log. It has no
 * text, title, name or path.
 */
export function problemReport(facts: ReportFacts): string {
  const { version, versions, platform, locale, displays, acceleration, libraries, log } = facts;
  const counts = libraries.map((library, index) => {
    const parts = Object.entries(library).map(([name, value]) => `${name} ${value}`);
    return `library ${index + 1}: ${parts.join(", ")}`;
  });
  return [
    `Stancemark ${version}`,
    `Electron ${versions.electron}, Chromium ${versions.chrome}, Node ${versions.node}`,
    `${platform} ${release()} ${arch()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `locale ${locale}, displays ${displays.join(", ")}, graphics acceleration ${acceleration ? "on" : "off"}`,
    ...counts,
    "",
    log,
  ].join("\n");
}
