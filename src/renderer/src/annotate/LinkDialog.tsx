import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { allCoded, type Coded, codedOne } from "../../../shared/claims/claims.ts";
import { linkEdits } from "../../../shared/claims/relations.ts";
import { message } from "../../../shared/messages/message.ts";
import type { RelationKind } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { findClaims } from "../state/find-claims.ts";
import { actorOf, lookOf, quoteShown, sayingOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { wantPageMaps } from "../state/page-maps.ts";
import { useReading } from "../state/reading.ts";
import { useRecentAnnotations } from "../state/recent-annotations.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Finder } from "../ui/Finder.tsx";
import { key } from "../ui/key.tsx";
import { signAmong } from "../ui/pressed-signs.ts";
import { ClaimPlace } from "./ClaimPlace.tsx";

const kinds: readonly (readonly [RelationKind, string])[] = [
  ["supports", "s"],
  ["contradicts", "c"],
  ["elaborates", "e"],
  ["evidence", "v"],
];
const letters = kinds.map(([, letter]) => letter);

/** Links the selected claim: words or arrows choose the other claim, then one key says how. */
export function LinkDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, rich } = useTexts();
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const selected = useReading((state) => state.selected);
  const server = useLibrary((state) => state.server);
  const seen = useRecentAnnotations();
  const [words, setWords] = useState("");
  const [target, setTarget] = useState<Coded | null>(null);
  const source = paper === null || selected === null ? null : codedOne(library, paper, selected);
  const found = useMemo(() => {
    const others = allCoded(library).filter((claim) => claim.annotation.id !== selected);
    return findClaims(
      library,
      others.sort((a, b) => rank(a, source, seen) - rank(b, source, seen)),
      words,
    );
  }, [library, words, selected, source, seen]);
  useEffect(() => wantPageMaps(found.map((claim) => claim.annotation.paper)), [found]);
  if (source === null) return null;
  const link = (kind: RelationKind): void => {
    if (target === null) return;
    const wish = {
      kind,
      source: { paper: source.annotation.paper, annotation: source.annotation.id },
      target: { paper: target.annotation.paper, annotation: target.annotation.id },
      coder: server.coder,
      at: new Date().toISOString(),
    };
    onClose();
    void commitNext(message("change.link"), (now) => linkEdits(now, wish));
  };
  const onKindKey = (event: KeyboardEvent): void => {
    const pressed = signAmong(event, letters);
    const kind = kinds.find(([, letter]) => letter === pressed)?.[0];
    if (kind === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    link(kind);
  };
  return (
    <Dialog title={t("link.title")} onClose={onClose}>
      <blockquote className={`quoted ${lookOf(library, source)}`} dir="auto">
        {quoteShown(source.annotation.passage)}
      </blockquote>
      {target === null ? (
        <Finder
          label={t("link.words")}
          list={t("link.claims")}
          words={words}
          nothing={t("link.nothing")}
          found={found.map((claim) => ({
            id: claim.annotation.id,
            className: lookOf(library, claim),
            look: (
              <>
                <q dir="auto">{quoteShown(claim.annotation.passage)}</q>
                <span className="soft">
                  {t("reader.highlight", { actor: actorOf(library, claim), saying: sayingOf(library, claim) })}
                  {seen.includes(claim.annotation.id) && ` · ${t("link.recent")}`}
                  {" · "}
                </span>
                <ClaimPlace annotation={claim.annotation} />
              </>
            ),
          }))}
          onWords={setWords}
          onChoose={(id) => setTarget(found.find((claim) => claim.annotation.id === id) ?? null)}
        />
      ) : (
        <>
          <fieldset className="link-kinds" aria-label={t("link.how")} onKeyDown={onKindKey}>
            {kinds.map(([kind, letter], index) => (
              <button
                type="button"
                key={kind}
                ref={(button) => {
                  if (index === 0) button?.focus();
                }}
                onClick={() => link(kind)}
              >
                <kbd>{letter.toUpperCase()}</kbd> {t(`relation.${kind}`)}
              </button>
            ))}
          </fieldset>
          <blockquote className={`quoted ${lookOf(library, target)}`} dir="auto">
            {quoteShown(target.annotation.passage)}
          </blockquote>
          <ClaimPlace annotation={target.annotation} />
        </>
      )}
      <p className="soft">{rich("link.help", { kbd: key })}</p>
    </Dialog>
  );
}

/** The claims looked at last first, then those of the same paper, the nearest foremost. */
function rank(claim: Coded, source: Coded | null, seen: readonly string[]): number {
  const index = seen.indexOf(claim.annotation.id);
  if (index >= 0) return index - seen.length;
  if (source === null || claim.annotation.paper !== source.annotation.paper) return Number.MAX_SAFE_INTEGER;
  const start = (coded: Coded): number => coded.annotation.passage.ranges[0]?.start ?? 0;
  return Math.abs(start(claim) - start(source));
}
