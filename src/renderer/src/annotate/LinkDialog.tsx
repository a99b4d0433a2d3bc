import { type KeyboardEvent, useMemo, useState } from "react";
import { fold } from "../../../shared/anchor/fold.ts";
import { allCoded, type Coded, codedOne } from "../../../shared/claims.ts";
import { quoteOf, type RelationKind } from "../../../shared/model/annotation.ts";
import { newId, RelationId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { actorOf, lookOf, sayingOf } from "../state/highlights.ts";
import { commit, useStore } from "../state/store.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { key } from "../ui/key.tsx";

const kinds: readonly (readonly [RelationKind, string])[] = [
  ["supports", "s"],
  ["contradicts", "c"],
  ["elaborates", "e"],
  ["evidence", "v"],
];

/** Links the selected claim: words or arrows choose the other claim, then one key says how. */
export function LinkDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, rich } = useTexts();
  const { library, paper, selected, server } = useStore();
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const [target, setTarget] = useState<Coded | null>(null);
  const source = paper === null || selected === null ? null : codedOne(library, paper, selected);
  const found = useMemo(() => {
    const wanted = fold(words, { case: true }).text.trim();
    const says = (one: Coded): string =>
      `${quoteOf(one.annotation.passage)} ${actorOf(library, one)} ${sayingOf(library, one)}`;
    return allCoded(library)
      .filter((one) => one.annotation.id !== selected)
      .filter((one) => wanted === "" || fold(says(one), { case: true }).text.includes(wanted))
      .sort((a, b) => distance(a, source) - distance(b, source))
      .slice(0, 30);
  }, [library, words, selected, source]);
  if (source === null) return null;
  const link = (kind: RelationKind): void => {
    if (target === null) return;
    const to = {
      id: newId(RelationId),
      kind,
      source: { paper: source.annotation.paper, annotation: source.annotation.id },
      target: { paper: target.annotation.paper, annotation: target.annotation.id },
      coder: server.coder,
      created: new Date().toISOString(),
    };
    onClose();
    void commit(t("change.link"), [{ table: "relations", from: null, to }]);
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") setTarget(found[active] ?? null);
    else return;
    event.preventDefault();
  };
  const onKindKey = (event: KeyboardEvent): void => {
    const kind = kinds.find(([, letter]) => letter === event.key.toLowerCase())?.[0];
    if (kind === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    link(kind);
  };
  return (
    <Dialog title={t("link.title")} onClose={onClose}>
      <blockquote className={`quoted ${lookOf(library, source)}`} dir="auto">
        {quoteOf(source.annotation.passage)}
      </blockquote>
      {target === null ? (
        <>
          <input
            role="combobox"
            aria-label={t("link.words")}
            placeholder={t("link.words")}
            aria-expanded="true"
            aria-controls="link-offers"
            aria-activedescendant={found[active] === undefined ? undefined : `link-${active}`}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setActive(0);
            }}
            onKeyDown={onSearchKey}
          />
          <div role="listbox" id="link-offers" className="palette links" aria-label={t("link.claims")}>
            {found.map((one, index) => (
              <div
                role="option"
                tabIndex={-1}
                key={one.annotation.id}
                id={`link-${index}`}
                className={lookOf(library, one)}
                aria-selected={index === active}
                ref={(element) => {
                  if (index === active) element?.scrollIntoView({ block: "nearest" });
                }}
                onMouseDown={(event) => {
                  event.preventDefault();
                  setTarget(one);
                }}
              >
                <q dir="auto">{quoteOf(one.annotation.passage)}</q>
                <span className="soft">
                  {t("reader.highlight", { actor: actorOf(library, one), saying: sayingOf(library, one) })}
                </span>
              </div>
            ))}
          </div>
          {found.length === 0 && <p className="soft">{t("link.nothing")}</p>}
        </>
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
            {quoteOf(target.annotation.passage)}
          </blockquote>
        </>
      )}
      <p className="soft">{rich("link.help", { kbd: key })}</p>
    </Dialog>
  );
}

/** Claims of the same paper first, the nearest foremost. */
function distance(one: Coded, source: Coded | null): number {
  if (source === null || one.annotation.paper !== source.annotation.paper) return Number.MAX_SAFE_INTEGER;
  const start = (coded: Coded): number => coded.annotation.passage.ranges[0]?.start ?? 0;
  return Math.abs(start(one) - start(source));
}
