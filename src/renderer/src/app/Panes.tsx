import type { ReactNode } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { useTexts } from "../i18n/texts.ts";
import { closeDrawer, useLeft, usePanes } from "../state/panes.ts";
import { reader } from "../state/reader-control.ts";
import { useSettings } from "../state/settings.ts";
import { isComposing } from "../ui/composing.ts";

type Props = Readonly<{ left: ReactNode; middle: ReactNode; right: ReactNode }>;

/**
 * Three panes; the outer two can be made wider by mouse or arrow keys, and put away; a view may do without the right
 * one. Widths are remembered. A narrow window has drawers instead. The middle stays what it is when the window becomes
 * narrow or wide: to draw a paper again would take the selected words and the keyboard from whoever codes them.
 *
 * The edges are named by their title: with a label, they would be content outside of every landmark.
 */
export function Panes({ left, middle, right }: Props) {
  const { t } = useTexts();
  const narrow = usePanes((state) => state.narrow);
  const hasLeft = useLeft() && !narrow;
  const hasRight = useSettings((state) => state.right) && right !== null && !narrow;
  const panelIds = [...(hasLeft ? ["left"] : []), "middle", ...(hasRight ? ["right"] : [])];
  const layout = useDefaultLayout({ id: "panes", panelIds, storage: localStorage });
  return (
    <div className={narrow ? "panes drawers" : "panes"}>
      <Group {...layout}>
        {hasLeft && (
          <>
            <Panel id="left" defaultSize={244} minSize={170} maxSize={520} groupResizeBehavior="preserve-pixel-size">
              {left}
            </Panel>
            <Separator title={t("shell.resizeLeft")} />
          </>
        )}
        <Panel id="middle" minSize={320}>
          {middle}
        </Panel>
        {hasRight && (
          <>
            <Separator title={t("shell.resizeRight")} />
            <Panel id="right" defaultSize={300} minSize={220} maxSize={560} groupResizeBehavior="preserve-pixel-size">
              {right}
            </Panel>
          </>
        )}
      </Group>
      {narrow && <Drawer left={left} right={right} />}
    </div>
  );
}

/** In a narrow window the outer pane that was asked for, over the middle. */
function Drawer({ left, right }: Readonly<{ left: ReactNode; right: ReactNode }>) {
  const drawer = usePanes((state) => state.drawer);
  if (drawer === null || (drawer === "right" && right === null)) return null;
  return (
    // Escape puts it away, wherever in it the keyboard is.
    <article
      className={`drawer of-${drawer}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || isComposing(event) || event.defaultPrevented || !closeDrawer()) return;
        event.preventDefault();
        reader()?.focus();
      }}
    >
      {drawer === "left" ? left : right}
    </article>
  );
}
