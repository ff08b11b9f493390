import { plural } from "../format.ts";

/** Words of the list of runs over many tenants. */
export const platformRuns = {
  title: "Platform operations",
  lead: "Work over many tenants at once: one run in each, the largest tenant first.",
  start: "Take snapshots",
  emptyTitle: "No platform operations yet",
  empty: "One takes a snapshot of every tenant, or of some. None was started yet.",
  form: {
    title: "Take snapshots of many tenants",
    which: "Tenants",
    all: "All tenants",
    some: "Chosen tenants",
    search: "Search tenants",
    noMatch: "No tenant matches.",
    more: "There are more: search to see them.",
    chosen: (count: number) => plural("en", count, { one: "tenant chosen", other: "tenants chosen" }),
    action: "Take snapshots",
    text: "Each gets a snapshot of all its object types. A tenant whose snapshot is on its way is joined.",
  },
  pause: {
    already: "Requests are paused already.",
    command: "Pause Graph",
    title: "Pause Graph for every tenant?",
    text: "No request goes to Microsoft Graph any more, for any tenant. Work that is on its way waits where it is, and goes on when requests are resumed. What can be read here stays readable.",
    action: "Pause Graph",
    done: "Requests to Microsoft Graph are paused for every tenant",
  },
  resume: {
    already: "Requests are not paused.",
    command: "Resume Graph",
    title: "Resume Graph for every tenant?",
    text: "Work that waits goes on. Tenants that were paused one by one stay paused.",
    action: "Resume Graph",
    done: "Requests to Microsoft Graph go on",
  },
};
