import { useEffect, useRef } from "react";

/**
 * Act when one of `values` is another one than before: after the first drawing and after changes, but not when a hidden
 * view is shown again with the same ones, where React runs every effect again.
 */
export function useOnChange(act: () => void, values: readonly unknown[]): void {
  const before = useRef<readonly unknown[] | null>(null);
  useEffect(() => {
    const isSame = before.current?.every((value, index) => Object.is(value, values[index])) ?? false;
    before.current = values;
    if (!isSame) act();
  });
}
