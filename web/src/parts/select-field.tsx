import { Field, makeStyles, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FilterOption } from "./filter.ts";

type SelectFieldProps = {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  /** Shown and not to be changed; the page says why. */
  readonly isOff?: boolean;
};

// A long option is cut off in a narrow place, and does not widen it.
const useStyles = makeStyles({ field: { gridTemplateColumns: "minmax(0, 1fr)" } });

/** A labelled choice of one, by the browser's own list. */
export function SelectField({
  label,
  options,
  value,
  onChange,
  error,
  hint,
  isOff = false,
}: SelectFieldProps): ReactElement {
  return (
    <Field
      className={useStyles().field}
      label={label}
      validationState={error === undefined ? "none" : "error"}
      {...(error !== undefined && { validationMessage: error })}
      {...(hint !== undefined && { hint })}
    >
      <Select value={value} disabled={isOff} onChange={(_, data) => onChange(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
