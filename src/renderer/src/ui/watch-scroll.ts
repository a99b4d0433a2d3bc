/** Look at a scrolling element now, whenever it is scrolled and whenever its size changes. Returns how to stop. */
export function watchScroll(own: HTMLElement, look: () => void): () => void {
  look();
  own.addEventListener("scroll", look, { passive: true });
  const watch = new ResizeObserver(look);
  watch.observe(own);
  return () => {
    own.removeEventListener("scroll", look);
    watch.disconnect();
  };
}
