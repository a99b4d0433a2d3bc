import { actorCounts, updateActor } from "../../../shared/codebook/actors.ts";
import { placeOfDrop, treeNodes } from "../../../shared/codebook/codebook-tree.ts";
import { message } from "../../../shared/messages/message.ts";
import { type Actor, ActorKind } from "../../../shared/model/codebook.ts";
import { ActorId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { actorOptions } from "../state/options.ts";
import { showClaims } from "../state/shell.ts";
import { DetailChoice, DetailField } from "./Field.tsx";

/** What an actor is called, is and belongs to. */
export function ActorDetails({ actor, disabled }: Readonly<{ actor: Actor; disabled: boolean }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const { direct, all } = actorCounts(library).get(actor.id) ?? { direct: 0, all: 0 };
  const nodes = treeNodes(library, "actor");
  const update = (part: Partial<Omit<Actor, "id">>): void =>
    void commitNext(message("change.alterActor", { name: actor.name }), ({ actors }) =>
      updateActor(actors, actor.id, part),
    );
  return (
    <>
      <header>
        <span className="path" dir="auto">
          {actor.name}
        </span>
      </header>
      <p className="soft counted">
        {t("codebook.counted", { kind: "actor", direct, more: all === direct ? 0 : all })}{" "}
        {all > 0 && (
          <button type="button" className="link" onClick={() => showClaims({ actor: actor.name })}>
            {t("codebook.showClaims")}
          </button>
        )}
      </p>
      <DetailField
        label={t("codebook.name")}
        value={actor.name}
        most={300}
        disabled={disabled}
        onSave={(name) => update({ name })}
      />
      <DetailChoice
        label={t("codebook.actorKind")}
        value={actor.kind ?? ""}
        none={t("codebook.notSet")}
        options={ActorKind.options.map((kind) => [kind, t(`actor.${kind}`)])}
        onChange={(value) => update({ kind: ActorKind.options.find((kind) => kind === value) ?? null })}
        disabled={disabled}
      />
      <DetailChoice
        label={t("codebook.belongsTo")}
        value={actor.parent ?? ""}
        none={t("codebook.nothingAbove")}
        options={actorOptions(library).filter(([id]) => placeOfDrop(nodes, actor.id, id, "inside") !== null)}
        onChange={(id) => update({ parent: id === "" ? null : ActorId.parse(id) })}
        disabled={disabled}
      />
      <DetailField
        label={t("codebook.aliases")}
        help={t("codebook.aliases.help")}
        value={actor.aliases.join("\n")}
        long
        disabled={disabled}
        onSave={(text) => update({ aliases: text.split("\n") })}
      />
    </>
  );
}
