import { Fragment, type ReactNode, useSyncExternalStore } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { useTexts } from "../i18n/texts.ts";
import { useSettings } from "../state/settings.ts";
import { CollapsibleSection } from "./CollapsibleSection.tsx";

/** So low a window has no room for sections of their own height: the pane scrolls as a whole. */
const low = matchMedia("(max-height: 560px)");

/** Height of the heading of a section, folded or not, in CSS pixels. */
const headHeight = 33;
/** The least height of an open section, in CSS pixels: its heading and two rows. */
const leastHeight = 96;

/** A section: `share` is how much of the height it has at first, beside the shares of the others. */
export type Section = Readonly<{ name: string; title: string; share: number; content: ReactNode }>;

/**
 * The sections of the library pane below each other. The edge between two of them can be dragged, or moved by the
 * arrow keys; heights are remembered for each set of open sections. Folded sections are as high as their heading.
 */
export function SectionGroup({ sections }: Readonly<{ sections: readonly Section[] }>) {
  const { t } = useTexts();
  const folded = useSettings((state) => state.folded);
  const isLow = useSyncExternalStore(watch, () => low.matches);
  const isFolded = (section: Section | undefined): boolean => section === undefined || folded.includes(section.name);
  const idOf = (section: Section): string => (isFolded(section) ? `${section.name}-folded` : section.name);
  const layout = useDefaultLayout({ id: "sections", panelIds: sections.map(idOf), storage: localStorage });
  const draw = ({ name, title, content }: Section) => (
    <CollapsibleSection key={name} name={name} title={title}>
      {content}
    </CollapsibleSection>
  );
  if (isLow) return <div className="pane-sections low">{sections.map(draw)}</div>;
  const whole = sections.reduce((sum, section) => sum + (isFolded(section) ? 0 : section.share), 0);
  return (
    <Group className="pane-sections" orientation="vertical" {...layout}>
      {sections.map((section, index) => {
        const before = sections[index - 1];
        const size = isFolded(section)
          ? { minSize: headHeight, maxSize: headHeight, defaultSize: headHeight }
          : { minSize: leastHeight, defaultSize: `${(100 * section.share) / whole}%` };
        return (
          <Fragment key={section.name}>
            {before !== undefined && (
              <Separator
                disabled={isFolded(before) || isFolded(section)}
                title={t("library.resize", { before: before.title, after: section.title })}
              />
            )}
            <Panel id={idOf(section)} key={idOf(section)} {...size}>
              {draw(section)}
            </Panel>
          </Fragment>
        );
      })}
    </Group>
  );
}

function watch(changed: () => void): () => void {
  low.addEventListener("change", changed);
  return () => low.removeEventListener("change", changed);
}
