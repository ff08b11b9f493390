import type { OperationId } from "./call-api.ts";
import type { Notification } from "./operations.ts";
import { everyMs } from "./poll.ts";
import { useChange } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

/** What shows whether a notification was read. */
export const showsNotifications: readonly OperationId[] = ["listNotifications"];

/** The person's own notifications, the newest first (S3). */
export function useNotifications(): List<Notification> {
  return useList<Notification>({
    key: ["listNotifications", {}, {}],
    read: (callApi, page, signal) => callApi("listNotifications", { query: page, signal }),
    idOf: ({ id }) => id,
    interval: () => everyMs.overview,
  });
}

export function useReadNotification() {
  return useChange(
    async (callApi, notificationId: string) => (await callApi("readNotification", { params: { notificationId } })).body,
    showsNotifications,
  );
}
