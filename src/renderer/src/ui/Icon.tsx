import Letters from "lucide-react/icons/a-large-small";
import Down from "lucide-react/icons/arrow-down";
import Up from "lucide-react/icons/arrow-up";
import Open from "lucide-react/icons/chevron-down";
import Chevron from "lucide-react/icons/chevron-right";
import Contrast from "lucide-react/icons/contrast";
import Copy from "lucide-react/icons/copy";
import Whole from "lucide-react/icons/fullscreen";
import Pages from "lucide-react/icons/gallery-vertical";
import LinkSign from "lucide-react/icons/link";
import Minus from "lucide-react/icons/minus";
import Width from "lucide-react/icons/move-horizontal";
import Left from "lucide-react/icons/panel-left";
import Right from "lucide-react/icons/panel-right";
import Plus from "lucide-react/icons/plus";
import Redo from "lucide-react/icons/redo-2";
import Search from "lucide-react/icons/search";
import Area from "lucide-react/icons/square-dashed";
import Note from "lucide-react/icons/sticky-note";
import Trash from "lucide-react/icons/trash-2";
import Undo from "lucide-react/icons/undo-2";
import Cross from "lucide-react/icons/x";

export type IconName =
  | "area"
  | "chevron"
  | "contrast"
  | "copy"
  | "cross"
  | "down"
  | "left"
  | "letters"
  | "link"
  | "minus"
  | "note"
  | "open"
  | "pages"
  | "plus"
  | "redo"
  | "right"
  | "search"
  | "trash"
  | "undo"
  | "up"
  | "whole"
  | "width";

const icons: Readonly<Record<IconName, typeof Chevron>> = {
  area: Area,
  chevron: Chevron,
  contrast: Contrast,
  copy: Copy,
  cross: Cross,
  down: Down,
  left: Left,
  letters: Letters,
  link: LinkSign,
  minus: Minus,
  note: Note,
  open: Open,
  pages: Pages,
  plus: Plus,
  redo: Redo,
  right: Right,
  search: Search,
  trash: Trash,
  undo: Undo,
  up: Up,
  whole: Whole,
  width: Width,
};

/** Those that point somewhere are mirrored where one reads from right to left. */
const pointing: readonly IconName[] = ["chevron", "left", "redo", "right", "undo"];

/** An icon beside or instead of words; its button says what it means. */
export function Icon({ name, size = 16 }: Readonly<{ name: IconName; size?: number }>) {
  const Shape = icons[name];
  return (
    <Shape
      size={size}
      strokeWidth={1.75}
      aria-hidden="true"
      className={pointing.includes(name) ? "icon pointing" : "icon"}
    />
  );
}
