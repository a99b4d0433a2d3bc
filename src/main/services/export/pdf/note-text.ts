import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import type { Message } from "../../../../shared/messages/arguments.ts";
import { message, printMessage } from "../../../../shared/messages/message.ts";
import { parsePath, showPath } from "../../../../shared/model/issue-path.ts";
import { stanceLabel } from "../../../../shared/model/stance-name.ts";
import { englishWords, type ReportWords } from "../../../../shared/report/words.ts";

/** What the note of a highlight says: everything a stranger needs to understand the colour. */
export function noteText(row: ClaimRow, { language }: ReportWords = englishWords): string {
  // Plain text: viewers may show what isolates as a character.
  const print = (message: string | Message): string =>
    typeof message === "string" ? message : printMessage(message, language, (text) => text);
  const lines: readonly (string | Message)[] = [
    ...row.positions.map(({ issue, glyph, stance, strength }) => {
      const held = { issue: showPath(parsePath(issue)), glyph, stance: stance ?? stanceLabel(null) };
      return strength === null
        ? message("popup.position", held)
        : message("popup.positionStrength", { ...held, strength });
    }),
    ...(row.actor === null ? [] : [message("popup.actor", { actor: row.actor })]),
    ...(row.certainty === null ? [] : [message("popup.certainty", { certainty: row.certainty })]),
    ...(row.grade === null ? [] : [message("popup.grade", { grade: row.grade })]),
    ...(row.text === "ocr" ? [message("popup.readByOcr")] : []),
  ];
  const paragraphs = [...lines.map(print), ...row.relations, ...(row.note === "" ? [] : ["", row.note])];
  return paragraphs.join("\n").trimStart();
}
