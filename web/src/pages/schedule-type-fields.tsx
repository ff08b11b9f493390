import { Field, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { CheckList } from "../parts/check-list.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { useWords } from "../words/use-words.ts";
import type { FieldsProps } from "./schedule-fields.ts";
import { typeOptions, useObjectTypes } from "./use-object-types.ts";

const useStyles = makeStyles({ types: { maxHeight: "200px" } });

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
          <CheckList
            className={styles.types}
            label={words.typesLabel}
            options={typeOptions(types)}
            chosen={typed.types}
            onChoose={(chosen) => change({ types: chosen })}
          />
        </Field>
      )}
    </>
  );
}
