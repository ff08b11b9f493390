import { Checkbox, Field, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { SelectField } from "../parts/select-field.tsx";
import { useWords } from "../words/use-words.ts";
import type { FieldsProps } from "./schedule-fields.ts";
import { useObjectTypes } from "./use-object-types.ts";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    margin: 0,
    padding: 0,
    maxHeight: "200px",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type TypeFieldsProps = FieldsProps & { readonly tenantId: string };

/** All types, or those that are chosen by name. */
export function TypeFields({ tenantId, typed, change, errorOf }: TypeFieldsProps): ReactElement {
  const styles = useStyles();
  const words = useWords().schedule.form;
  const types = useObjectTypes(tenantId).all.filter(({ snapshot }) => snapshot);
  const error = errorOf("types");
  return (
    <>
      <SelectField
        label={words.types}
        options={[
          { value: "all", text: words.typesAll },
          { value: "some", text: words.typesSome },
        ]}
        value={typed.allTypes ? "all" : "some"}
        onChange={(value) => change({ allTypes: value === "all" })}
      />
      {!typed.allTypes && (
        <Field
          label={words.typesLabel}
          validationState={error === undefined ? "none" : "error"}
          {...(error !== undefined && { validationMessage: error })}
        >
          <fieldset className={styles.box} aria-label={words.typesLabel}>
            {types.map(({ type, name }) => (
              <Checkbox
                key={type}
                label={name}
                checked={typed.types.includes(type)}
                onChange={(_, { checked }) => change({ types: toggled(typed.types, type, checked === true) })}
              />
            ))}
          </fieldset>
        </Field>
      )}
    </>
  );
}

function toggled(types: readonly string[], type: string, isOn: boolean): readonly string[] {
  const others = types.filter((each) => each !== type);
  return isOn ? [...others, type] : others;
}
