import { showHiddenMarks } from "../../../shared/messages/hidden-marks.ts";

export type Props = Readonly<Record<string, unknown>>;

/** Attributes whose words are shown or read aloud. */
const spoken = ["title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-valuetext"] as const;

/**
 * What is given to an element of the page, with its words as people should see them: characters that change direction
 * or hide text are written out. Values of fields stay as they are, since they are edited.
 */
export function shownProps(type: unknown, props: Props): Props {
  if (typeof type !== "string") return props;
  const changed: Record<string, unknown> = {};
  const children = shownChildren(props.children);
  if (children !== props.children) changed.children = children;
  for (const name of spoken) {
    const words = props[name];
    const shown = typeof words === "string" ? showHiddenMarks(words) : words;
    if (shown !== words) changed[name] = shown;
  }
  return Object.keys(changed).length === 0 ? props : { ...props, ...changed };
}

function shownChildren(children: unknown): unknown {
  if (typeof children === "string") return showHiddenMarks(children);
  if (!Array.isArray(children)) return children;
  const shown = children.map(shownChildren);
  return shown.every((child, index) => child === children[index]) ? children : shown;
}
