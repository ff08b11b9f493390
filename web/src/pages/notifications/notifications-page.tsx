import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { type ReactElement, useState } from "react";
import { useNotifications, useReadNotification, useReadNotifications } from "../../api/notification.ts";
import type { Notification } from "../../api/operations.ts";
import { useTenants } from "../../api/tenant.ts";
import type { Command } from "../../parts/command.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { ListPage } from "../list-page.tsx";
import { pageOf, useStarted } from "../use-started.ts";
import { notificationColumns, titleOf } from "./notification-columns.tsx";

/** What the person is told, the newest first (S3: one's own only). */
export function NotificationsPage(): ReactElement {
  const spoken = useSpoken();
  const words = spoken.words.notifications;
  const list = useNotifications();
  const { items: tenants } = useTenants({});
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  const nameOf = (tenantId: string): string => tenants.find(({ id }) => id === tenantId)?.name ?? tenantId;
  return (
    <ListPage
      page="notifications"
      title={words.title}
      lead={words.lead}
      commands={useReadCommands(list.items, chosen)}
      filters={[]}
      values={{}}
      onValues={() => undefined}
      list={list}
      columns={notificationColumns(spoken, nameOf)}
      keyOf={({ id }) => id}
      nameOf={(notification) => titleOf(notification, spoken.words)}
      hrefOf={({ viewUrl }) => pageOf(viewUrl)}
      selection={{ chosen, onChoose }}
      empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
    />
  );
}

function useReadCommands(items: readonly Notification[], chosen: ReadonlySet<string>): readonly Command[] {
  const words = useWords().notifications;
  const { onError } = useStarted();
  const one = useReadNotification();
  const all = useReadNotifications();
  const unread = items.filter(({ readAt }) => readAt === null);
  const wanted = unread.filter(({ id }) => chosen.has(id));
  const newest = unread[0]?.createdAt;
  return [
    {
      id: "one",
      text: words.readOne,
      icon: <CheckmarkRegular />,
      off: wanted.length === 0 ? words.chooseUnread : undefined,
      onRun: () => {
        for (const { id } of wanted) void one.mutateAsync(id).catch(onError);
      },
    },
    {
      id: "all",
      text: words.readAll,
      icon: <CheckmarkRegular />,
      off: newest === undefined ? words.nothingUnread : undefined,
      onRun: () => newest !== undefined && all.mutate(newest, { onError }),
    },
  ];
}
