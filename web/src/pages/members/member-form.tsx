import type { ReactElement } from "react";
import { usePutMember } from "../../api/member.ts";
import type { Member } from "../../api/operations.ts";
import { useDraft } from "../../api/use-draft.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { TheirsBesideMine } from "../../parts/theirs-beside-mine.tsx";
import { useWords } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { GroupSearch } from "../group-search.tsx";
import { useProblemOf } from "../use-problem.ts";

type MemberFormProps = {
  readonly tenantId: string;
  /** Left out for a new one. */
  readonly member?: Member;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

const kinds = ["user", "group", "application"] as const;
const roles = ["reader", "operator", "manager", "owner"] as const;
const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((each) => each === text);

function termsOf(member: Member | undefined) {
  const { kind = "user", principalId: id = "", name = "", role = "reader", etag = "" } = member ?? {};
  return { kind, id, name: name ?? "", role, etag };
}

/** Gives a person, a group or an application a role, or a member another one. */
export function MemberForm({ tenantId, member, onDone, onClose }: MemberFormProps): ReactElement {
  const words = useWords();
  const { form } = words.members;
  const before = termsOf(member);
  const draft = useDraft(`member/${tenantId}/${member?.principalId ?? "new"}`, before);
  const put = usePutMember(tenantId);
  const { kind, id, name, role, etag } = draft.value;
  const theirs = put.data;
  const roleInWords = (each: string): string => wordFor(words.terms.roles, each);
  const end = (then: () => void) => (): void => {
    draft.forget();
    then();
  };
  const submit = (tag: string): void => {
    const home = member?.homeTenantId ? { homeTenantId: member.homeTenantId } : {};
    const seen = member ? { etag: tag } : {};
    const body = { kind: oneOf(kinds, kind) ?? "user", role: oneOf(roles, role) ?? "reader", name: name.trim() };
    put.mutate(
      { principalId: id.trim().toLowerCase(), ...body, ...home, ...seen },
      { onSuccess: (now) => now === null && end(onDone)() },
    );
  };
  return (
    <FormDialog
      title={member ? form.changeTitle(name) : form.addTitle}
      action={member ? form.change : form.add}
      onSubmit={() => submit(etag)}
      onClose={end(onClose)}
      isChanged={JSON.stringify(draft.value) !== JSON.stringify(before)}
      maySubmit={!theirs && objectId.test(id.trim()) && name.trim() !== ""}
      isBusy={put.isPending}
      problem={useProblemOf(put.error)}
    >
      {theirs && (
        <TheirsBesideMine
          title={form.overtaken(name)}
          rows={[{ term: form.role, theirs: roleInWords(theirs.role), mine: roleInWords(role) }]}
          onKeepMine={() => submit(theirs.etag)}
          onTakeTheirs={() => {
            draft.change({ role: theirs.role, etag: theirs.etag });
            put.reset();
          }}
        />
      )}
      {!member && <WhoFields value={draft.value} change={draft.change} />}
      <SelectField
        label={form.role}
        hint={form.roleHint}
        options={roles.map((value) => ({ value, text: roleInWords(value) }))}
        value={role}
        onChange={(value) => draft.change({ role: oneOf(roles, value) ?? "reader" })}
      />
    </FormDialog>
  );
}

type Typed = ReturnType<typeof termsOf>;
type WhoFieldsProps = { readonly value: Typed; readonly change: (part: Partial<Typed>) => void };

/** Who becomes a member; of one that is there already nothing but the role changes. */
function WhoFields({ value: { kind, id, name }, change }: WhoFieldsProps): ReactElement {
  const { kinds: kindWords, form } = useWords().members;
  return (
    <>
      <SelectField
        label={form.kind}
        options={kinds.map((value) => ({ value, text: wordFor(kindWords, value) }))}
        value={kind}
        onChange={(value) => change({ kind: oneOf(kinds, value) ?? "user" })}
      />
      {kind === "group" && <GroupSearch onChoose={(group) => change({ id: group.id, name: group.name })} />}
      <TextField label={form.id} hint={form.idHint} required value={id} onChange={(value) => change({ id: value })} />
      <TextField label={form.name} required value={name} onChange={(value) => change({ name: value })} />
    </>
  );
}
