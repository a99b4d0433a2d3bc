import type { ReactNode } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { useTexts } from "../i18n/texts.ts";
import { closeDrawer, useLeft, usePanes } from "../state/panes.ts";
import { reader } from "../state/reader-control.ts";
import { useSettings } from "../state/settings.ts";
import { isComposing } from "../ui/composing.ts";

type Props = Readonly<{ left: ReactNode; middle: ReactNode; right: ReactNode }>;

/**
 * The edges are named by their title: with a label, they would be content outside of every landmark.
 *
 * Three panes; the outer two can be made wider by mouse or arrow keys, and put away; a view may do without the right
 * one. Widths are remembered. A narrow window has drawers instead.
 */
export function Panes(props: Props) {
  return usePanes((state) => state.narrow) ? <Drawers {...props} /> : <Beside {...props} />;
}

function Beside({ left, middle, right }: Props) {
  const { t } = useTexts();
  const hasLeft = useLeft();
  const hasRight = useSettings((state) => state.right) && right !== null;
  const panelIds = [...(hasLeft ? ["left"] : []), "middle", ...(hasRight ? ["right"] : [])];
  const layout = useDefaultLayout({ id: "panes", panelIds, storage: localStorage });
  return (
    <Group className="panes" {...layout}>
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
  );
}

function Drawers({ left, middle, right }: Props) {
  const drawer = usePanes((state) => state.drawer);
  return (
    <div className="panes drawers">
      {middle}
      {drawer !== null && (drawer === "left" || right !== null) && (
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
      )}
    </div>
  );
}
