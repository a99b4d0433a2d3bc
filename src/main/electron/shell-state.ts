import { readFileSync } from "node:fs";
import { z } from "zod";
import { languageTags } from "../../shared/messages/message.ts";
import { writeDurably } from "../services/files/durable.ts";

const Bounds = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
/** A rectangle of the desktop, in pixels independent of the display's density. */
export type Bounds = Readonly<z.infer<typeof Bounds>>;

const WindowPlace = z.strictObject({ bounds: Bounds, maximized: z.boolean(), fullScreen: z.boolean() });
/** Where a window was, and how large. */
export type WindowPlace = Readonly<z.infer<typeof WindowPlace>>;

/** A colour as the window reports its own: `#rrggbb`. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);
export const themeSources = ["system", "light", "dark"] as const;

const ShellState = z.object({
  /** By arrangement of displays (`arrangementOf`). */
  places: z.record(z.string(), WindowPlace).catch({}),
  /** Folders of libraries, the last opened first. */
  recent: z.array(z.string()).catch([]),
  theme: z.enum(themeSources).catch("system"),
  background: Colour.nullable().catch(null),
  language: z.enum(languageTags).nullable().catch(null),
  /** The Electron whose graphics process failed repeatedly, so that the reader chose to do without; null for none. */
  withoutAcceleration: z.string().nullable().catch(null),
});
/** What the desktop app remembers between starts, besides what the window itself does. */
export type ShellState = Readonly<z.infer<typeof ShellState>>;

/** The most libraries, and the most arrangements of displays, that are remembered. */
export const maxRecent = 10;
const maxPlaces = 20;

/** The state in a file; the usual one for each part that cannot be read. */
export function readShellState(file: string): ShellState {
  return ShellState.parse(contentOf(file));
}

function contentOf(file: string): unknown {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** Write the state. It holds nothing that cannot be chosen again, so a failure is not reported. */
export async function writeShellState(file: string, state: ShellState): Promise<void> {
  await writeDurably(file, JSON.stringify(state)).catch(() => undefined);
}

/** The folders of recent libraries after one was opened. */
export function withRecent(recent: readonly string[], folder: string): string[] {
  return [folder, ...recent.filter((other) => other !== folder)].slice(0, maxRecent);
}

/** The remembered places after a window moved; those of arrangements not seen for longest are dropped. */
export function withPlace(places: ShellState["places"], arrangement: string, place: WindowPlace): ShellState["places"] {
  const others = Object.entries(places).filter(([name]) => name !== arrangement);
  return Object.fromEntries([...others, [arrangement, place]].slice(-maxPlaces));
}
