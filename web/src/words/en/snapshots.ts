import { plural } from "../format.ts";

/** Words of the list of snapshots, and of taking one. */
export const snapshots = {
  title: "Snapshots",
  lead: "Sealed copies of the tenant's configuration, the newest first. A snapshot never changes.",
  columns: {
    sealed: "Sealed",
    label: "Label",
    state: "State",
    objects: "Objects",
    gaps: "Gaps",
    by: "Taken by",
    protectedUntil: "Protected until",
  },
  filters: { state: "State", from: "Sealed from", to: "Sealed until" },
  take: "Take snapshot",
  schedule: "Schedule snapshots",
  notProtected: "Not protected",
  emptyTitle: "No snapshot yet",
  empty:
    "A snapshot is a sealed copy of the tenant's whole Intune configuration: what it was, to look up, compare and restore from. Taking one reads Intune and changes nothing there.",
  dialog: {
    title: "Take a snapshot",
    label: "Label",
    labelHint: "Optional. What it is for, such as “before the pilot”.",
    labelTooLong: "At most 200 characters.",
    scope: "Object types",
    all: "All that may be read in this tenant",
    some: "Only the types I choose",
    search: "Search types",
    chosen: (count: number) => plural("en", count, { one: "type chosen", other: "types chosen" }),
    chooseOne: "Choose at least one type.",
    partNote: "A snapshot of some types does not count as the whole one that a schedule promises.",
  },
};
