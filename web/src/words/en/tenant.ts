import { plural } from "../format.ts";

/** Words of a tenant at a glance. */
export const tenant = {
  title: "Overview",
  attentionHelp: "See its operations for what happened.",
  tiles: {
    promise: "Promise",
    lastSnapshot: "Last snapshot",
    objects: "Objects in the inventory",
    gaps: "Gaps in the last snapshot",
    active: "Runs on their way",
  },
  promise: { none: "None given", kept: "Kept", broken: "Broken" },
  promiseSince: "since",
  none: "None",
  facts: {
    title: "About this tenant",
    timeZone: "Time zone",
    role: "My role",
    lastComplete: "Last complete snapshot",
    id: "Tenant id",
  },
  snapshot: {
    title: "Last snapshot",
    sealed: "Sealed",
    label: "Label",
    state: "State",
    objects: "Objects",
    gaps: "Gaps",
    noGaps: "None: it holds all that it should.",
    none: "No snapshot was taken yet. Take one to keep the configuration as it is now.",
    open: "Open snapshot",
  },
  objects: {
    title: "Objects by type",
    type: "Object type",
    count: "Objects",
    countLabel: (type: string) => `objects: ${type}`,
    asOf: "last read from Intune",
    total: (count: number) => plural("en", count, { one: "object", other: "objects" }),
  },
  active: { title: "On their way", none: "Nothing is on its way.", all: "All operations" },
  neverTitle: "Never read",
  never: "TenantPilot knows nothing of this tenant yet. Sync the inventory to read its configuration from Intune.",
  syncNow: "Sync now",
};
