import { useEffect } from "react";
import { type CommandId, type ContextTarget, contextCommands } from "../../../shared/contract/commands.ts";
import { getHost } from "../client/connection.ts";
import { texts, useTexts } from "../i18n/texts.ts";
import { closeContextMenu, useContextMenu } from "../state/context-menu.ts";
import { commandKey } from "../state/keys.ts";
import { attempt } from "../state/shell.ts";
import { showKey } from "../ui/key-name.ts";
import { Menu } from "../ui/Menu.tsx";
import type { Point } from "../ui/place.ts";
import { runCommand } from "./commands.ts";
import { readFacts } from "./facts.ts";

/**
 * The menu of a right click: drawn here in a browser, the desktop's own in the desktop app. Both show the same
 * commands.
 */
export function ContextMenu() {
  const { t } = useTexts();
  const open = useContextMenu((state) => state.open);
  const isNative = getHost().kind === "electron";
  useEffect(() => {
    if (open !== null && isNative) void showNative(open.target, open.at);
  }, [open, isNative]);
  if (open === null || isNative) return null;
  const groups = rowsOf(open.target);
  if (groups.length === 0) return null;
  return (
    <Menu
      label={t(`context.${open.target}`)}
      groups={groups.map((group) => group.map((row) => ({ ...row, key: row.key === null ? null : showKey(row.key) })))}
      at={open.at}
      onChoose={(id) => runCommand(id as CommandId)}
      onClose={closeContextMenu}
      key={`${open.target} ${open.at.left} ${open.at.top}`}
    />
  );
}

type Row = Readonly<{ id: CommandId; label: string; key: string | null }>;

function rowsOf(target: ContextTarget): Row[][] {
  const { t } = texts();
  return contextCommands(target, readFacts()).map((group) =>
    group.map((id) => ({ id, label: t(`command.${id}`), key: commandKey(id) })),
  );
}

async function showNative(target: ContextTarget, { left, top }: Point): Promise<void> {
  const groups = rowsOf(target);
  const chosen =
    groups.length === 0
      ? null
      : await attempt(() => getHost().popUpMenu({ groups, x: Math.round(left), y: Math.round(top) }));
  closeContextMenu();
  if (chosen !== null) runCommand(chosen as CommandId);
}
