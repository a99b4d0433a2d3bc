import { useMemo, useRef } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { lanesOf } from "../../../shared/claims/lanes.ts";
import { textRanges } from "../../../shared/model/annotation.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type Texts, useTexts } from "../i18n/texts.ts";
import { actorOf, lookOf, sayingOf, startOf } from "../state/highlights.ts";
import type { Highlight } from "./annotations.ts";

type Made = Readonly<{ coded: Coded; lanes: readonly number[]; highlight: Highlight }>;
/** What titles are made of, and the titles made of it: there are few even where claims are many. */
type Names = Readonly<{ codebook: readonly unknown[]; texts: Texts; titles: Map<string, string> }>;

/**
 * Highlights of annotations; those of annotations that did not change stay the identical objects, so that only new ones
 * are drawn.
 */
export function useHighlights(coded: readonly Coded[], library: Library): readonly Highlight[] {
  const texts = useTexts();
  const known = useRef<{ names: Names; made: ReadonlyMap<string, Made> }>({
    names: { codebook: [], texts, titles: new Map() },
    made: new Map(),
  });
  return useMemo(() => {
    const codebook = [library.issues, library.stances, library.actors];
    const same =
      known.current.names.texts === texts &&
      codebook.every((table, index) => table === known.current.names.codebook[index]);
    const names = same ? known.current.names : { codebook, texts, titles: new Map<string, string>() };
    const ranges = coded.map((claim) => textRanges(claim.annotation.passage));
    const lanes = lanesOf(ranges.flat());
    const made = new Map<string, Made>();
    let used = 0;
    const highlights = coded.map((claim, index) => {
      const { id } = claim.annotation;
      const count = ranges[index]?.length ?? 0;
      const first = used;
      used += count;
      const before = same ? known.current.made.get(id) : undefined;
      if (before !== undefined && hasLanes(before, lanes, first, count) && equal(before.coded, claim)) {
        made.set(id, before);
        return before.highlight;
      }
      const claimLanes = lanes.slice(first, used);
      const highlight = highlightOf(claim, claimLanes, library, names);
      made.set(id, { coded: claim, lanes: claimLanes, highlight });
      return highlight;
    });
    known.current = { names, made };
    return highlights;
  }, [coded, library, texts]);
}

function hasLanes(made: Made, lanes: readonly number[], first: number, count: number): boolean {
  return made.lanes.length === count && made.lanes.every((lane, index) => lane === lanes[first + index]);
}

function equal(a: Coded, b: Coded): boolean {
  if (a === b) return true;
  return (
    a.annotation === b.annotation &&
    a.positions.length === b.positions.length &&
    a.positions.every((position, index) => position === b.positions[index])
  );
}

function highlightOf(coded: Coded, lanes: readonly number[], library: Library, names: Names): Highlight {
  return {
    id: coded.annotation.id,
    ranges: textRanges(coded.annotation.passage).map(({ start, end }, index) => ({
      start,
      end,
      lane: lanes[index] ?? 0,
    })),
    start: startOf(coded),
    region: coded.annotation.passage.region ?? null,
    look: lookOf(library, coded),
    title: titleOf(coded, library, names),
  };
}

function titleOf(coded: Coded, library: Library, { texts, titles }: Names): string {
  const { actor, note } = coded.annotation;
  const positions = coded.positions.map(({ issue, stance }) => `${issue}${stance}`).join();
  const key = `${actor} ${positions === "" ? note : positions}`;
  const known = titles.get(key);
  if (known !== undefined) return known;
  const title = texts.t("reader.highlight", { actor: actorOf(library, coded), saying: sayingOf(library, coded) });
  titles.set(key, title);
  return title;
}
