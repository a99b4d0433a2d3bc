import { type RefObject, useLayoutEffect, useState } from "react";

/** The width inside of an element's padding, in CSS pixels, as it changes. */
export function useContentWidth(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(760);
  useLayoutEffect(() => {
    const content = element.current;
    if (content === null) return undefined;
    const measure = (): void => {
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(content);
      setRoom(
        Math.max(0, content.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd)),
      );
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(content);
    return () => watch.disconnect();
  }, [element]);
  return room;
}
