/**
 * What JSX of the window is compiled to (see `jsxImportSource` in the build): React's own runtime, with the words of
 * every element shown as `shownProps` says. One place for all of them, so that no list, menu or card can forget a name.
 */
import { createElement as createWithChildren, type ReactNode } from "react";
import { jsx as create, jsxs as createList, Fragment } from "react/jsx-runtime";
import { type Props, shownProps } from "./shown-props.ts";

export { Fragment };

export const jsx: typeof create = (type, props, key) => create(type, shownProps(type, props as Props), key);
export const jsxs: typeof createList = (type, props, key) => createList(type, shownProps(type, props as Props), key);

/** For an element whose key comes after properties that are spread, as React's transform has it. */
export const createElement = (type: string, props: Props | null, ...children: ReactNode[]) => {
  const { children: shown, ...others } = shownProps(type, { ...props, children }) as Props & { children: ReactNode[] };
  return createWithChildren(type, others, ...shown);
};
