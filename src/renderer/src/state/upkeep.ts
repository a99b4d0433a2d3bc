import type { LibraryState, News, Upkeep } from "../../../shared/contract/workbench.ts";
import type { Texts } from "../i18n/texts.ts";

/** News of a failure, or of its end. */
export type UpkeepNews = Extract<News, { kind: "upkeep" }>;

type Failures = LibraryState["upkeep"];

/** The failures that remain after an event. */
export function upkeepAfter(failures: Failures, { work, reason }: UpkeepNews): Failures {
  const { [work]: _before, ...others } = failures;
  return reason === null ? others : { ...others, [work]: reason };
}

/** Each failure as a few words for the status line, and in full. */
export function upkeepTexts(
  failures: Failures,
  { t, say }: Pick<Texts, "t" | "say">,
): readonly { work: Upkeep; short: string; full: string }[] {
  return (["backup", "snapshot"] as const).flatMap((work) => {
    const why = failures[work];
    if (why === undefined) return [];
    return [{ work, short: t(`status.upkeep.${work}`), full: t(`shell.upkeep.${work}`, { why: say(why) }) }];
  });
}
