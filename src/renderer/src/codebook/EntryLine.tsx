import type { EntryKind } from "../../../shared/codebook/entries.ts";
import { stanceLook } from "../../../shared/codebook/stance-scale.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { Badge } from "../ui/Badge.tsx";

/** An entry in one line: its sign, its name, the beginning of what it means, its key. */
export function EntryLine({ id, kind, library }: Readonly<{ id: string; kind: EntryKind; library: Library }>) {
  const { t } = useTexts();
  const issue = library.issues[id];
  const stance = library.stances[id];
  const actor = library.actors[id];
  if (kind === "issue" && issue !== undefined)
    return (
      <>
        <Badge colour={issue.colour} />
        <Words name={issue.name} soft={issue.definition} />
        {issue.key !== null && <kbd>{issue.key}</kbd>}
      </>
    );
  if (kind === "stance" && stance !== undefined)
    return (
      <>
        <b className={`stance-sign ${stanceLook(stance)}`} aria-hidden="true">
          {stance.glyph}
        </b>
        <Words name={stance.name} soft={stance.definition || t(`codebook.polarity.${poleOf(stance.polarity)}`)} />
        {stance.key !== null && <kbd>{stance.key}</kbd>}
      </>
    );
  if (actor === undefined) return null;
  const kindOf = actor.kind === null ? [] : [t(`actor.${actor.kind}`)];
  return <Words name={actor.name} soft={[...kindOf, ...actor.aliases].join(" · ")} />;
}

function Words({ name, soft }: Readonly<{ name: string; soft: string }>) {
  return (
    <span className="entry-words">
      <span className="entry-name" dir="auto" title={name}>
        {name}
      </span>
      <span className="entry-soft" dir="auto" title={soft}>
        {soft}
      </span>
    </span>
  );
}

/** The polarity as part of a message's name. */
export function poleOf(polarity: number | null): "plus" | "minus" | "neither" | "none" {
  if (polarity === null) return "none";
  return polarity > 0 ? "plus" : polarity < 0 ? "minus" : "neither";
}
