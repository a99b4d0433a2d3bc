/** Look at a scrolling element now, whenever it is scrolled and whenever its size changes. Returns how to stop. */
export function watchScroll(element: HTMLElement, look: () => void): () => void {
  look();
  element.addEventListener("scroll", look, { passive: true });
  const watch = new ResizeObserver(look);
  watch.observe(element);
  return () => {
    element.removeEventListener("scroll", look);
    watch.disconnect();
  };
}
