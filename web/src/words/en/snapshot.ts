import { plural } from "../format.ts";

/** Words of one snapshot. */
export const snapshot = {
  title: "Snapshot",
  titleOf: (day: string) => `Snapshot of ${day}`,
  gaps: {
    title: "What is missing",
    lead: (count: number) =>
      plural("en", count, {
        one: "object type could not be read whole. All else is as Intune had it.",
        other: "object types could not be read whole. All else is as Intune had it.",
      }),
    none: "Nothing is missing: every object type was read whole.",
    notLicensed: "Not licensed in this tenant, so there was nothing to read:",
  },
  about: "About this snapshot",
  facts: {
    read: "Read",
    window: (from: string, to: string) => `from ${from} to ${to}, not one moment`,
    sealed: "Sealed",
    objects: "Objects",
    size: "Size",
    protection: "Protected until",
    locked: "Until then nobody can change or delete it.",
    unlocked: "Until then only an administrator of the storage can lift the protection.",
    notProtected: "Not protected by the storage. Its hashes still show every change.",
    rootHash: "Root hash",
    run: "Taken by the run",
    openRun: "Open the run",
  },
  types: {
    title: "Object types",
    type: "Type",
    objects: "Objects",
    empty: (count: number) =>
      plural("en", count, {
        one: "object type was read and held nothing.",
        other: "object types were read and held nothing.",
      }),
  },
  objects: {
    title: "Objects",
    name: "Name",
    type: "Type",
    size: "Size",
    readAt: "Read",
    text: "Search by name",
    emptyTitle: "No object",
    empty: "Intune held no object of the types that were read.",
  },
  entry: {
    id: "Id",
    hash: "Hash of the content",
    inventory: "In the inventory",
    openObject: "Open the object",
    json: "Configuration",
    damaged: "The other objects of this snapshot can still be read.",
  },
};
