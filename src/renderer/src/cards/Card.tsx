import { memo } from "react";
import { shortened } from "../../../shared/change/differences.ts";
import { type Coded, codedOne } from "../../../shared/claims/claims.ts";
import { noStance, stanceOf } from "../../../shared/codebook/stance-scale.ts";
import { textRanges } from "../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { passageLabel } from "../../../shared/model/page-map.ts";
import { useTexts } from "../i18n/texts.ts";
import { copyClaim } from "../state/copy-quote.ts";
import { actorOf, lookOf, quoteShown, sayingOf, signsOf } from "../state/highlights.ts";
import { editClaim, openPaper, selectAnnotation } from "../state/reading.ts";
import { type Link, linksOf } from "../state/relations.ts";
import { Icon } from "../ui/Icon.tsx";
import { OcrMark } from "../ui/OcrMark.tsx";

type Props = Readonly<{
  coded: Coded;
  content: PaperContent;
  library: Library;
  selected: boolean;
  hovered: boolean;
  glyph: boolean;
  /** Whether Tab comes to this card. */
  stop: boolean;
  /** From the top of the lane, in CSS pixels. */
  top: number;
  /** From the lane's inner edge, in CSS pixels; null where the card takes the whole width. */
  start: number | null;
  onHover: (annotation: AnnotationId | null) => void;
}>;

/**
 * An annotation beside its words: who, which issue, which stance, and what it is linked with; without room only its
 * stance.
 */
export const Card = memo(function Card(props: Props) {
  const { coded, content, library, selected, hovered, glyph, stop, top, start, onHover } = props;
  const { t } = useTexts();
  const { annotation, positions } = coded;
  const signs = signsOf(library, coded);
  const saying = t("reader.highlight", { actor: actorOf(library, coded), saying: sayingOf(library, coded) });
  const state = `${glyph ? " small" : ""}${selected ? " selected" : ""}${hovered ? " hovered" : ""}`;
  const links = linksOf(library).get(annotation.id) ?? [];
  return (
    <article
      className={`card ${lookOf(library, coded)}${state}`}
      data-annotation={annotation.id}
      style={start === null ? { top } : { top, insetInlineStart: start }}
      onMouseEnter={() => onHover(annotation.id)}
      onMouseLeave={() => onHover(null)}
    >
      <button
        type="button"
        className="face"
        tabIndex={stop ? 0 : -1}
        aria-current={selected}
        title={glyph ? saying : undefined}
        onFocus={() => onHover(annotation.id)}
        onBlur={() => onHover(null)}
        onClick={() => selectAnnotation(annotation.id)}
        onDoubleClick={() => void editClaim(annotation.id)}
      >
        <span className="who">
          {positions.length === 0 && (
            <b className="glyph" aria-hidden="true">
              ✎
            </b>
          )}
          {signs.map((sign) => (
            <b key={sign.glyph} className={`glyph ${sign.look}`} aria-hidden="true">
              {sign.glyph}
            </b>
          ))}
          <span className="unseen">{saying}</span>
          {!glyph && (
            <span dir="auto" aria-hidden="true">
              {actorOf(library, coded)}
            </span>
          )}
          {!glyph && <OcrMark content={content} ranges={textRanges(annotation.passage)} />}
        </span>
        {!glyph && positions.length > 0 && (
          <span className="soft issues" dir="auto" aria-hidden="true">
            {positions
              .map(({ issue, stance }) => {
                const glyph = signs.length < 2 ? "" : `${stanceOf(library, { stance })?.glyph ?? noStance.glyph} `;
                return glyph + showPath(issueNames(library.issues, issue));
              })
              .join(" · ")}
          </span>
        )}
        {!glyph && annotation.passage.region !== undefined && (
          <span className="soft issues" dir="auto">
            <Icon name="area" size={13} />{" "}
            {annotation.passage.region.quote || t("area.onPage", { label: passageLabel(content, annotation.passage) })}
          </span>
        )}
        {!glyph && annotation.note !== "" && (
          <span className="soft note" dir="auto">
            {annotation.note}
          </span>
        )}
      </button>
      {!glyph && selected && (
        <button
          type="button"
          className="copy"
          tabIndex={stop ? 0 : -1}
          title={t("quick.copy")}
          aria-label={t("quick.copy")}
          onClick={() => void copyClaim(annotation.id)}
        >
          <Icon name="copy" size={14} />
        </button>
      )}
      {!glyph &&
        links.slice(0, 3).map((link) => <Linked key={link.relation.id} link={link} library={library} stop={stop} />)}
    </article>
  );
});

/** One line: how it is linked and the words of the other side, which it leads to. */
function Linked({ link, library, stop }: Readonly<{ link: Link; library: Library; stop: boolean }>) {
  const { t } = useTexts();
  const { relation, other, back } = link;
  const there = codedOne(library, other.paper, other.annotation);
  if (there === null) return null;
  return (
    <button
      type="button"
      className="linked"
      tabIndex={stop ? 0 : -1}
      onClick={() => void openPaper(other.paper, other.annotation)}
    >
      {t(back ? `relation.${relation.kind}.back` : `relation.${relation.kind}`)}{" "}
      <q dir="auto">{shortened(quoteShown(there.annotation.passage), 90)}</q>
    </button>
  );
}
