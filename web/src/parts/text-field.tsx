import { Field, Input, type InputProps, Textarea } from "@fluentui/react-components";
import type { ReactElement } from "react";

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value, in words. */
  readonly error?: string | undefined;
  /** Always visible, below the field. */
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly type?: InputProps["type"];
  /** More lines than one. */
  readonly isLong?: boolean;
};

/** A labelled field for a text. */
export function TextField({
  label,
  value,
  onChange,
  error,
  hint,
  required,
  type,
  isLong,
}: TextFieldProps): ReactElement {
  return (
    <Field
      label={label}
      required={required ?? false}
      validationState={error === undefined ? "none" : "error"}
      {...(error !== undefined && { validationMessage: error })}
      {...(hint !== undefined && { hint })}
    >
      {isLong ? (
        <Textarea value={value} onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Input type={type ?? "text"} value={value} autoComplete="off" onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  );
}
