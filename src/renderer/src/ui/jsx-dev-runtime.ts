/** The same as `jsx-runtime.ts` for development, where React is told more about each element. */
import { jsxDEV as create, Fragment } from "react/jsx-dev-runtime";
import { type Props, shownProps } from "./shown-props.ts";

export { Fragment };

export const jsxDEV: typeof create = (type, props, ...more) => create(type, shownProps(type, props as Props), ...more);
