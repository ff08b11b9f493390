/** Words of one object of the inventory. */
export const object = {
  title: "Object",
  facts: "Facts",
  configuration: "Configuration",
  from: "As the snapshot holds it that was sealed",
  openThere: "Open in the snapshot",
  noSnapshotTitle: "No snapshot holds it",
  noSnapshot:
    "None of the newest snapshots was taken while this object was there. Its configuration is kept by snapshots only.",
  toSnapshots: "All snapshots",
  copyLink: "Link to this object",
  assignments: {
    title: "Assigned to",
    none: "Nobody.",
    modes: { include: "Included:", exclude: "Excluded:" },
    targets: {
      group: "Group",
      allUsers: "All users",
      allDevices: "All devices",
      collection: "A collection of Configuration Manager",
      other: "Something that this version does not know",
    },
    filtered: "with a filter",
    unknown: "Unknown group",
    deleted: "deleted",
    asOf: "Names of groups as of",
    neverRead:
      "The groups of this tenant were never read: names are those that runs met. Sync the groups on the page Inventory to know more.",
  },
};
