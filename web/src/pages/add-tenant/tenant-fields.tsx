import type { ReactElement } from "react";
import { SelectField } from "../../parts/select-field.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { useZones } from "../use-zones.ts";
import type { FieldsProps } from "./owner-fields.tsx";

/** Which tenant it is, and what it is called here. */
export function TenantFields({ typed, change, errorOf }: FieldsProps): ReactElement {
  const { addTenant, settings } = useWords();
  const words = addTenant.form;
  const { timeZone, labels, labelsHint } = settings.tenant;
  return (
    <>
      <TextField
        label={words.id}
        hint={words.idHint}
        required
        value={typed.id}
        onChange={(id) => change({ id })}
        error={errorOf("id")}
      />
      <TextField
        label={words.name}
        required
        value={typed.name}
        onChange={(name) => change({ name })}
        error={errorOf("name")}
      />
      <SelectField
        label={timeZone}
        options={useZones(typed.timeZone)}
        value={typed.timeZone}
        onChange={(zone) => change({ timeZone: zone })}
        error={errorOf("timeZone")}
      />
      <TextField
        label={labels}
        hint={labelsHint}
        value={typed.labels}
        onChange={(text) => change({ labels: text })}
        error={errorOf("labels")}
      />
    </>
  );
}
