import type { ReactNode } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { useTexts } from "./i18n/texts.ts";
import { useSettings } from "./state/settings.ts";

type Props = Readonly<{ left: ReactNode; middle: ReactNode; right: ReactNode }>;

/** Three panes; the outer two can be made wider by mouse or arrow keys, and put away. Widths are remembered. */
export function Panes({ left, middle, right }: Props) {
  const { t } = useTexts();
  const settings = useSettings();
  const panelIds = [...(settings.left ? ["left"] : []), "middle", ...(settings.right ? ["right"] : [])];
  const layout = useDefaultLayout({ id: "panes", panelIds, storage: localStorage });
  return (
    <Group className="panes" {...layout}>
      {settings.left && (
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
      {settings.right && (
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
