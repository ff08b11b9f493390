import type { ReactElement } from "react";
import { SelectField } from "../parts/select-field.tsx";
import { TextField } from "../parts/text-field.tsx";
import { useWords } from "../words/use-words.ts";
import type { FieldsProps } from "./schedule-fields.ts";
import { missedSlots } from "./schedule-terms.ts";

/** Promise, missed slots and spread. */
export function OtherFields({ typed, change, errorOf }: FieldsProps): ReactElement {
  const { form, missedSlots: texts } = useWords().schedule;
  return (
    <>
      <SelectField
        label={form.promise}
        options={[
          { value: "some", text: form.promiseHours },
          { value: "none", text: form.promiseNone },
        ]}
        value={typed.promises ? "some" : "none"}
        onChange={(value) => change({ promises: value === "some" })}
      />
      {typed.promises && (
        <TextField
          label={form.hours}
          type="number"
          value={typed.promiseHours}
          onChange={(promiseHours) => change({ promiseHours })}
          error={errorOf("promiseHours")}
        />
      )}
      <SelectField
        label={form.missedSlots}
        options={missedSlots.map((value) => ({ value, text: texts[value] }))}
        value={typed.missedSlots}
        onChange={(value) => change({ missedSlots: value })}
        error={errorOf("missedSlots")}
      />
      <TextField
        label={form.jitter}
        type="number"
        value={typed.jitter}
        onChange={(jitter) => change({ jitter })}
        error={errorOf("jitterMinutes")}
        hint={form.jitterHint}
      />
    </>
  );
}
