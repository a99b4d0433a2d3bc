import { useMemo, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { plainWords } from "../../../shared/text/words.ts";
import { useTexts } from "../i18n/texts.ts";
import { actorOf, lookOf, quoteShown, sayingOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";

type Props = Readonly<{
  label: string;
  coded: readonly Coded[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}>;

/** How many claims are drawn; words find the others. */
const most = 200;

/** Claims to be picked from a list that words make shorter. */
export function ClaimPicker({ label, coded, chosen, onChoose }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const [words, setWords] = useState("");
  const found = useMemo(() => {
    const wanted = plainWords(words);
    const says = (claim: Coded): string =>
      `${quoteOf(claim.annotation.passage)} ${claim.annotation.note} ${actorOf(library, claim)} ${sayingOf(library, claim)}`;
    return wanted === "" ? coded : coded.filter((claim) => plainWords(says(claim)).includes(wanted));
  }, [coded, library, words]);
  const put = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  const ids = found.map((claim) => claim.annotation.id);
  const all = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <fieldset className="picker" aria-label={label}>
      <div className="line">
        <input
          type="search"
          aria-label={t("codebook.pickWords")}
          placeholder={t("codebook.pickWords")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className="tick">
          <input type="checkbox" checked={all} onChange={(event) => put(ids, event.target.checked)} />
          {t("codebook.pickAll", { count: ids.length })}
        </label>
      </div>
      <ul>
        {found.slice(0, most).map((claim) => (
          <li key={claim.annotation.id}>
            <label className={lookOf(library, claim)}>
              <input
                type="checkbox"
                checked={chosen.has(claim.annotation.id)}
                onChange={(event) => put([claim.annotation.id], event.target.checked)}
              />
              <span>
                <q dir="auto">{quoteShown(claim.annotation.passage)}</q>
                <span className="soft">
                  {t("reader.highlight", { actor: actorOf(library, claim), saying: sayingOf(library, claim) })}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > most && <p className="soft">{t("codebook.pickMore", { count: found.length - most })}</p>}
      {found.length === 0 && <p className="soft">{t("link.nothing")}</p>}
    </fieldset>
  );
}
