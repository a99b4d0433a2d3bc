/** So many records that can be read again are held, those read last. One takes about 400 bytes. */
const maxHeld = 200_000;

type Counted = Readonly<{ count: number; value: object }>;
const held = new Map<object, Counted>();
let heldCount = 0;
/** What was read briefly, until it is over. */
let passing: Map<object, object> | null = null;

/**
 * Reads what can be read again at any time, and has it again for nothing as long as it is in use or was read lately: a
 * library of a million claims is looked at paper by paper, and all of it would take a gigabyte. `count` is how many
 * records it has.
 */
export function heldWhileUsed<Value extends object>(count: number, read: () => Value): () => Value {
  const key = {};
  let known: WeakRef<Value> | null = null;
  return () => {
    const before = known?.deref() ?? (passing?.get(key) as Value | undefined);
    if (before !== undefined) return before;
    const value = read();
    // A weak reference would hold it until the current task is over.
    if (passing !== null) passing.set(key, value);
    else {
      known = new WeakRef(value);
      hold(key, { count, value });
    }
    return value;
  };
}

function hold(key: object, counted: Counted): void {
  heldCount += counted.count - (held.get(key)?.count ?? 0);
  held.delete(key);
  held.set(key, counted);
  for (const [oldest, { count }] of held) {
    if (heldCount <= maxHeld || oldest === key) break;
    held.delete(oldest);
    heldCount -= count;
  }
}

/** Do something that looks at many records once each: what has to be read for it is not held. */
export function readBriefly<Value>(work: () => Value): Value {
  const before = passing;
  passing ??= new Map();
  try {
    return work();
  } finally {
    passing = before;
  }
}
