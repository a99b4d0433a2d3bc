import { create } from "zustand";
import { type ClaimColumn, claimColumns, widthWithin } from "../../../shared/claims/columns.ts";

type Columns = Readonly<{
  /** Null leaves the choice to the room there is. */
  chosen: readonly ClaimColumn[] | null;
  widths: Readonly<Partial<Record<ClaimColumn, number>>>;
}>;

const place = "claim-columns";

/** Choices as they were kept; what is not what it should be counts as not chosen. */
export function readColumns(kept: string | null): Columns {
  try {
    const found = JSON.parse(kept ?? "{}") as Partial<Record<"chosen" | "widths", unknown>>;
    const names: readonly unknown[] = Array.isArray(found.chosen) ? found.chosen : [];
    const chosen = claimColumns.filter((claimColumn) => names.includes(claimColumn));
    const given = typeof found.widths === "object" && found.widths !== null ? Object.entries(found.widths) : [];
    const widths = Object.fromEntries(
      given.filter(
        ([name, width]) =>
          claimColumns.some((claimColumn) => claimColumn === name) &&
          typeof width === "number" &&
          widthWithin(width) === width,
      ),
    );
    return { chosen: chosen.length === 0 ? null : chosen, widths };
  } catch {
    return { chosen: null, widths: {} };
  }
}

/** Which columns of the claims table this reader wants, and how wide; kept in the browser's own storage. */
export const useColumns = create<Columns>(() =>
  readColumns(typeof localStorage === "undefined" ? null : localStorage.getItem(place)),
);

export function setColumns(part: Partial<Columns>): void {
  useColumns.setState(part);
  const { chosen, widths } = useColumns.getState();
  localStorage.setItem(place, JSON.stringify({ chosen, widths }));
}
