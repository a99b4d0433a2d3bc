import { type RefCallback, useCallback, useState } from "react";

/**
 * An element as state, and the `ref` that sets it. It stays while its view is hidden, where React takes its refs away
 * and gives them back.
 */
export function useElement<Drawn extends Element>(): [Drawn | null, RefCallback<Drawn>] {
  const [element, setElement] = useState<Drawn | null>(null);
  const ref = useCallback((drawn: Drawn | null): void => {
    if (drawn !== null) setElement(drawn);
  }, []);
  return [element, ref];
}
