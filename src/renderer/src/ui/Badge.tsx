import { readableColour } from "./readable-colour.ts";

/** An issue's colour with its first letter, so that colour is never the only sign. */
export function Badge({ name, colour }: Readonly<{ name: string; colour: string }>) {
  return (
    <span className="badge" style={{ background: colour, color: readableColour(colour) }} aria-hidden="true">
      {[...name][0]?.toUpperCase() ?? "?"}
    </span>
  );
}
