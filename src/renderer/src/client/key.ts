import { decode, valueIn } from "../../../shared/contract/wire.ts";

const place = "key";

type Browser = Readonly<{
  location: Pick<Location, "search" | "pathname">;
  history: Pick<History, "replaceState">;
  storage: Pick<Storage, "getItem" | "setItem">;
  send: typeof fetch;
}>;

/**
 * Exchange the key in the address of this page, which works once, for that of the window. The address is cleared at
 * once, so that it stays out of screenshots and bookmarks. Whoever opens a used address goes on with the key that
 * another window of this browser has, if any.
 */
export async function enter({ location, history, storage, send }: Browser): Promise<void> {
  const token = new URLSearchParams(location.search).get("token");
  if (token === null) return;
  history.replaceState(null, "", location.pathname);
  const headers = { Authorization: `Bearer ${token}` };
  const response = await send("/api/enter", { method: "POST", headers }).catch(() => null);
  if (response === null) return;
  try {
    const { key } = valueIn(decode(await response.text())) as { key: string };
    storage.setItem(place, key);
  } catch (error) {
    if (storage.getItem(place) === null) throw error;
  }
}

/** The header that shows the key of this window; it goes to this page's own server only, which no cookie would. */
export function keyHeader(storage: Pick<Storage, "getItem">): Record<string, string> {
  const key = storage.getItem(place);
  return key === null ? {} : { Authorization: `Bearer ${key}` };
}
