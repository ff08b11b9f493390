export const schedules = {
  title: "Schedules",
  lead: "When snapshots are taken by themselves, and how old the newest complete one may be.",
  columns: {
    when: "When",
    timeZone: "Time zone",
    types: "Types",
    promise: "Promise",
    next: "Next",
    last: "Last slot",
  },
  lasting: (promise: string, duration: string) => `${promise} for ${duration}`,
  emptyTitle: "No schedules yet",
  empty:
    "A schedule takes snapshots at fixed times in the tenant's own time zone, and says when the newest complete one is older than promised. None was made in this tenant.",
};
