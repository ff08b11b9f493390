export const notifications = {
  title: "Notifications",
  lead: "What happened to the operations you started, and promises of your tenants that were broken. Only you see these.",
  columns: { what: "What", tenant: "Tenant", when: "When", read: "Read" },
  unread: "Unread",
  readOne: "Mark as read",
  readAll: "Mark all as read",
  nothingUnread: "Everything here is read.",
  chooseUnread: "Choose notifications that are unread.",
  platform: "Platform",
  ofRun: (kind: string, outcome: string) => `${kind}: ${outcome}`,
  emptyTitle: "No notifications",
  empty: "When an operation that you started ends, or a promise of a tenant is broken, it is said here.",
};
