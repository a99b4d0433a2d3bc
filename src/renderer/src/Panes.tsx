import type { ReactNode } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { useTexts } from "./i18n/texts.ts";
import { useLeft } from "./state/panes.ts";
import { useSettings } from "./state/settings.ts";

type Props = Readonly<{ left: ReactNode; middle: ReactNode; right: ReactNode }>;

/** Three panes; the outer two can be made wider by mouse or arrow keys, and put away; a view may do without the right one. Widths are remembered. */
export function Panes({ left, middle, right }: Props) {
  const { t } = useTexts();
  const hasLeft = useLeft();
  const hasRight = useSettings((state) => state.right) && right !== null;
  const panelIds = [...(hasLeft ? ["left"] : []), "middle", ...(hasRight ? ["right"] : [])];
  const layout = useDefaultLayout({ id: "panes", panelIds, storage: localStorage });
  return (
    <Group className="panes" {...layout}>
      {hasLeft && (
        <>
          <Panel id="left" defaultSize={260} minSize={170} maxSize={520} groupResizeBehavior="preserve-pixel-size">
            {left}
          </Panel>
          <Separator aria-label={t("shell.resizeLeft")} />
        </>
      )}
      <Panel id="middle" minSize={320}>
        {middle}
      </Panel>
      {hasRight && (
        <>
          <Separator aria-label={t("shell.resizeRight")} />
          <Panel id="right" defaultSize={316} minSize={220} maxSize={560} groupResizeBehavior="preserve-pixel-size">
            {right}
          </Panel>
        </>
      )}
    </Group>
  );
}
