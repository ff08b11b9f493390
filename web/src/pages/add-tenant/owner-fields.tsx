import { Button } from "@fluentui/react-components";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import type { ReactElement } from "react";
import { useMe } from "../../api/me.ts";
import { oneOf } from "../../parts/address.ts";
import { SelectField } from "../../parts/select-field.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { GroupSearch } from "../group-search.tsx";
import { type FieldName, ownerKinds, type TypedTenant } from "./new-tenant-terms.ts";

export type FieldsProps = {
  readonly typed: TypedTenant;
  readonly change: (part: Partial<TypedTenant>) => void;
  readonly errorOf: (field: FieldName) => string | undefined;
};

/** Who owns the tenant first: a person or a group, by object id and home tenant. */
export function OwnerFields({ typed, change, errorOf }: FieldsProps): ReactElement {
  const { addTenant, members } = useWords();
  const words = addTenant.form;
  const { data: me } = useMe();
  return (
    <>
      <SelectField
        label={members.form.kind}
        options={ownerKinds.map((value) => ({ value, text: members.kinds[value] }))}
        value={typed.ownerKind}
        onChange={(value) => change({ ownerKind: oneOf(ownerKinds, value) ?? "user" })}
      />
      {typed.ownerKind === "group" && (
        <GroupSearch onChoose={(group) => change({ ownerId: group.id, ownerName: group.name, home: "" })} />
      )}
      {typed.ownerKind === "user" && me?.kind === "user" && (
        <div>
          <Button icon={<PersonRegular />} onClick={() => change({ ownerId: me.id, ownerName: me.name, home: "" })}>
            {words.takeMyself}
          </Button>
        </div>
      )}
      <TextField
        label={members.form.id}
        hint={members.form.idHint}
        required
        value={typed.ownerId}
        onChange={(ownerId) => change({ ownerId })}
        error={errorOf("owner.id")}
      />
      <TextField
        label={words.ownerName}
        required
        value={typed.ownerName}
        onChange={(ownerName) => change({ ownerName })}
        error={errorOf("owner.name")}
      />
      <TextField
        label={words.home}
        hint={words.homeHint}
        value={typed.home}
        onChange={(home) => change({ home })}
        error={errorOf("owner.homeTenantId")}
      />
    </>
  );
}
