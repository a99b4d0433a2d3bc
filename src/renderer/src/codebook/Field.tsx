import { type ComponentProps, type ReactNode, useId } from "react";
import { isComposing } from "../ui/composing.ts";
import { Select } from "../ui/Select.tsx";

type Props = Readonly<{
  label: string;
  value: string;
  disabled?: boolean;
  /** More than one line. */
  long?: boolean;
  /** The most letters. */
  most?: number;
  help?: string;
  onSave: (value: string) => void;
}>;

/** A text that is kept when the field is left; Enter keeps one line, Escape gives up what was written. */
export function DetailField({ label, value, disabled = false, long = false, most = 20_000, help, onSave }: Props) {
  const id = useId();
  const props = {
    defaultValue: value,
    disabled,
    maxLength: most,
    placeholder: help,
    dir: "auto",
    onBlur: (event: { target: { value: string } }) => event.target.value !== value && onSave(event.target.value),
  };
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea key={value} id={id} rows={2} {...props} />
      ) : (
        <input
          key={value}
          id={id}
          {...props}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === "Escape") event.currentTarget.value = value;
            if (event.key === "Enter") event.currentTarget.blur();
          }}
        />
      )}
    </div>
  );
}

/** A choice of one under a label. */
export function DetailChoice(props: ComponentProps<typeof Select>) {
  return (
    <div className="labelled">
      <span aria-hidden="true">{props.label}</span>
      <Select {...props} />
    </div>
  );
}

/** Something else than a text under a label. */
export function DetailGroup({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
