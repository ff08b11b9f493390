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
};
