import { type FormEvent, useState } from "react";
import type { Ach, Hypothesis } from "../../../shared/analysis/ach.ts";
import { updateHypothesis, withHypothesis, withoutHypothesis } from "../../../shared/analysis/ach-edit.ts";
import { message } from "../../../shared/messages/message.ts";
import { IssueId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { issueOptions } from "../state/options.ts";
import { Select } from "../ui/Select.tsx";
import { editAch } from "./edit-ach.ts";

type Props = Readonly<{ ach: Ach; hypothesis: Hypothesis; leads: boolean; writable: boolean }>;

/** A hypothesis at the head of its column: its name, and the issue whose claims fill it. */
export function HypothesisHead({ ach, hypothesis, leads, writable }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const { id, name, issue } = hypothesis;
  const update = (part: Parameters<typeof updateHypothesis>[2]): void =>
    editAch(message("change.ach"), ach.id, (current) => updateHypothesis(current, id, part));
  if (!writable)
    return (
      <th scope="col" className={leads ? "leads" : ""}>
        {name}
      </th>
    );
  return (
    <th scope="col" className={leads ? "leads" : ""}>
      <textarea
        key={name}
        rows={3}
        dir="auto"
        aria-label={t("ach.hypothesis")}
        defaultValue={name}
        maxLength={300}
        onBlur={(event) => {
          const next = event.target.value.trim();
          if (next !== "" && next !== name) update({ name: next });
        }}
      />
      <span className="from">
        <Select
          label={t("ach.issue")}
          value={issue ?? ""}
          none={t("ach.noIssue")}
          options={issueOptions(library)}
          onChange={(value) => update({ issue: value === "" ? null : IssueId.parse(value) })}
        />
        <button
          type="button"
          className="quiet"
          aria-label={t("ach.removeHypothesis", { name })}
          onClick={() => editAch(message("change.ach"), ach.id, (current) => withoutHypothesis(current, id))}
        >
          ×
        </button>
      </span>
    </th>
  );
}

/** The name of one hypothesis more. */
export function AddHypothesis({ ach }: Readonly<{ ach: Ach }>) {
  const { t } = useTexts();
  const [name, setName] = useState("");
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const clean = name.trim();
    if (clean === "") return;
    editAch(message("change.ach"), ach.id, (current) => withHypothesis(current, clean));
    setName("");
  };
  return (
    <form className="add" onSubmit={add}>
      <input
        dir="auto"
        aria-label={t("ach.addHypothesis")}
        placeholder={t("ach.addHypothesis")}
        value={name}
        maxLength={300}
        onChange={(event) => setName(event.target.value)}
      />
    </form>
  );
}
