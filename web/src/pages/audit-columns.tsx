import type { AuditEntry } from "../api/operations.ts";
import type { Column } from "../parts/column.ts";
import { Time } from "../parts/time.tsx";
import { formatNumber } from "../words/format.ts";
import type { Spoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

/** What was done, in words. */
export function actionOf({ action }: Pick<AuditEntry, "action">, { words }: Spoken): string {
  return wordFor(words.terms.auditActions, action);
}

export function actorOf({ actor }: Pick<AuditEntry, "actor">, { words }: Spoken): string {
  return actor.name || wordFor(words.terms.initiators, actor.kind);
}

/** The columns of a list of audit entries. */
export function auditColumns(spoken: Spoken): readonly Column<AuditEntry>[] {
  const { columns, notSealed } = spoken.words.audit;
  return [
    { id: "action", header: columns.action, min: 160, share: 2, render: (entry) => actionOf(entry, spoken) },
    { id: "actor", header: columns.actor, min: 130, share: 2, render: (entry) => actorOf(entry, spoken) },
    { id: "at", header: columns.at, min: 140, dropsAt: 1, render: ({ at }) => <Time at={at} /> },
    { id: "target", header: columns.target, min: 170, share: 2, dropsAt: 2, render: ({ target }) => target },
    {
      id: "change",
      header: columns.change,
      min: 180,
      share: 3,
      dropsAt: 3,
      render: ({ before, after }) => changedFields(before, after),
    },
    {
      id: "digest",
      header: columns.digest,
      min: 100,
      dropsAt: 4,
      align: "end",
      render: ({ digest }) => (digest === null ? notSealed : formatNumber(spoken.language, digest)),
    },
  ];
}

/** Names of the fields that an entry tells. */
function changedFields(before: AuditEntry["before"], after: AuditEntry["after"]): string {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].join(", ");
}
