import type { Notification } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { Time } from "../../parts/time.tsx";
import type { Spoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import type { Words } from "../../words/words.ts";

export function notificationColumns(
  { words }: Spoken,
  tenantName: (tenantId: string) => string,
): readonly Column<Notification>[] {
  const { columns, unread, platform } = words.notifications;
  return [
    {
      id: "what",
      header: columns.what,
      min: 180,
      share: 3,
      title: ({ message }) => message,
      render: (notification) => titleOf(notification, words),
    },
    {
      id: "tenant",
      header: columns.tenant,
      min: 140,
      share: 2,
      dropsAt: 2,
      render: ({ tenantId }) => (tenantId === "platform" ? platform : tenantName(tenantId)),
    },
    { id: "when", header: columns.when, min: 110, dropsAt: 1, render: ({ createdAt }) => <Time at={createdAt} /> },
    {
      id: "read",
      header: columns.read,
      min: 100,
      render: ({ readAt }) => (readAt === null ? <strong>{unread}</strong> : <Time at={readAt} />),
    },
  ];
}

/** The kind in words, with how the run ended where it did; the server's own sentence is the title of the cell. */
export function titleOf({ kind, outcome }: Notification, { terms, parts, notifications }: Words): string {
  const what = wordFor(terms.notifications, kind);
  return outcome === null || outcome === "pending" ? what : notifications.ofRun(what, wordFor(parts.states, outcome));
}
