import type { Member } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { Time } from "../../parts/time.tsx";
import type { Spoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";

/** A member of a release before this one has no name. */
export function nameOfMember({ name, principalId }: Member): string {
  return name ?? principalId;
}

/** The columns of the list of members. */
export function memberColumns({ words }: Spoken): readonly Column<Member>[] {
  const { columns, kinds } = words.members;
  return [
    {
      id: "name",
      header: columns.name,
      min: 150,
      share: 2,
      render: nameOfMember,
      title: ({ principalId }) => principalId,
    },
    { id: "role", header: columns.role, min: 110, render: ({ role }) => wordFor(words.terms.roles, role) },
    { id: "kind", header: columns.kind, min: 110, dropsAt: 1, render: ({ kind }) => wordFor(kinds, kind) },
    {
      id: "since",
      header: columns.since,
      min: 130,
      dropsAt: 2,
      render: ({ addedAt }) => addedAt && <Time at={addedAt} />,
    },
    { id: "by", header: columns.by, min: 120, dropsAt: 3, render: ({ addedBy }) => addedBy?.name ?? "" },
  ];
}
