import { shortened } from "../../../shared/change/differences.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { directedRelations, relinkEdits, unlinkEdits } from "../../../shared/claims/relations.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { actorOf, lookOf, quoteShown } from "../state/highlights.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { openPaper } from "../state/reading.ts";
import { type Link, linksOf } from "../state/relations.ts";
import { openDialog } from "../state/shell.ts";
import { Icon } from "../ui/Icon.tsx";
import { Select } from "../ui/Select.tsx";
import { CommandKey } from "./CommandKey.tsx";

/**
 * The claims an annotation is linked with, seen from its side; each leads to the other claim and can be changed or
 * removed.
 */
export function Relations({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const links = linksOf(library).get(annotation.id) ?? [];
  const writable = useLibrary((state) => isWritable(state));
  if (links.length === 0 && !writable) return null;
  return (
    <section className="story" aria-label={t("annotate.relations")}>
      <h3>{t("annotate.relations")}</h3>
      <ul className="relations">
        {links.map((link) => (
          <RelationRow key={link.relation.id} link={link} annotation={annotation} />
        ))}
      </ul>
      {writable && (
        <button type="button" className="quiet" onClick={() => openDialog("link")}>
          <Icon name="plus" size={14} /> {t("annotate.linkTo")} <CommandKey id="link" />
        </button>
      )}
    </section>
  );
}

function RelationRow({ link, annotation }: Readonly<{ link: Link; annotation: Annotation }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => isWritable(state));
  const { relation, other, back } = link;
  const coded = codedOne(library, other.paper, other.annotation);
  const quote = coded === null ? t("annotate.goneClaim") : quoteShown(coded.annotation.passage);
  const short = shortened(quote, 60);
  const keyOf = (relation: Readonly<{ kind: string; back: boolean }>): string =>
    `${relation.kind}${relation.back ? ".back" : ""}`;
  const relink = (value: string): void => {
    const wish = directedRelations.find((directedRelation) => keyOf(directedRelation) === value);
    if (wish !== undefined)
      void commitNext(message("change.relink"), (now) => relinkEdits(now, relation.id, annotation.id, wish));
  };
  return (
    <li className={coded === null ? "note" : lookOf(library, coded)}>
      {writable ? (
        <>
          <Select
            label={t("relation.how", { quote: short })}
            value={keyOf({ kind: relation.kind, back })}
            options={directedRelations.map((directedRelation) => [
              keyOf(directedRelation),
              t(directedRelation.back ? `relation.${directedRelation.kind}.back` : `relation.${directedRelation.kind}`),
            ])}
            onChange={relink}
          />
          <button
            type="button"
            className="sign"
            aria-label={t("relation.remove", { quote: short })}
            title={t("relation.remove", { quote: short })}
            onClick={() => void commitNext(message("change.unlink"), (now) => unlinkEdits(now, relation.id))}
          >
            <Icon name="cross" size={14} />
          </button>
        </>
      ) : (
        <span>{t(back ? `relation.${relation.kind}.back` : `relation.${relation.kind}`)}</span>
      )}
      <button type="button" className="other-side" onClick={() => void openPaper(other.paper, other.annotation)}>
        <q dir="auto">{quote}</q>
        {coded !== null && (
          <span className="soft" dir="auto">
            {actorOf(library, coded)}
            {other.paper === annotation.paper
              ? ""
              : ` · ${t("link.elsewhere", { paper: library.papers[other.paper]?.title ?? "" })}`}
          </span>
        )}
      </button>
    </li>
  );
}
