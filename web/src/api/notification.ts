import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { OperationId } from "./call-api.ts";
import type { Notification } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { useChange } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

/** What shows whether a notification was read. */
const showsNotifications: readonly OperationId[] = ["listNotifications", "countUnread"];

/** The person's own notifications, the newest first (S3). */
export function useNotifications(): List<Notification> {
  return useList<Notification>({
    key: ["listNotifications", {}, {}],
    read: (callApi, page, signal) => callApi("listNotifications", { query: page, signal }),
    idOf: ({ id }) => id,
    interval: () => everyMs.overview,
  });
}

/** How many of the person's own are unread. */
export function useUnread() {
  return useQuery({
    ...toQuery(useApi(), "countUnread", {}),
    select: bodyOf<"countUnread">,
    refetchInterval: poll(() => everyMs.overview),
  });
}

export function useReadNotification() {
  return useChange(
    async (callApi, notificationId: string) => (await callApi("readNotification", { params: { notificationId } })).body,
    showsNotifications,
  );
}

/** Marks all that were there at a moment as read: what came since stays unread. */
export function useReadNotifications() {
  return useChange(
    async (callApi, upTo: string) => callApi("readNotifications", { body: { upTo } }),
    showsNotifications,
  );
}
