import type { Annotation } from "../../../shared/model/annotation.ts";
import { labelValues, passageLabelIn } from "../../../shared/model/page-map.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { usePageMaps } from "../state/page-maps.ts";

/** The paper of a claim and its page there; the paper alone until its page map is here. */
export function ClaimPlace({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const title = useLibrary((state) => state.library.papers[annotation.paper]?.title ?? "");
  const pages = usePageMaps((state) => state[annotation.paper]);
  const label = pages === undefined ? "" : passageLabelIn(pages, annotation.passage);
  return (
    <span className="soft" dir="auto">
      {label === "" ? title : t("link.place", { paper: title, ...labelValues(label) })}
    </span>
  );
}
