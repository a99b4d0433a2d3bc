import type { ReactNode } from "react";
import type { Choice } from "../ui/ChoiceList.tsx";
import type { OfferRow } from "../ui/offers.ts";

/** A row of offers as a list draws it. */
export function offerOf(row: OfferRow, look: ReactNode): Choice {
  return row.kind === "create"
    ? { id: "create", value: row.name, creates: true, look }
    : { id: row.id, value: row.name, look };
}
