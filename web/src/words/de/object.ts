import type { Words } from "../words.ts";

export const object: Words["object"] = {
  title: "Objekt",
  facts: "Angaben",
  configuration: "Konfiguration",
  from: "Wie sie der Snapshot enthält, versiegelt",
  openThere: "Im Snapshot öffnen",
  noSnapshotTitle: "Kein Snapshot enthält es",
  noSnapshot:
    "Keiner der neuesten Snapshots wurde gemacht, während es dieses Objekt gab. Seine Konfiguration steht nur in Snapshots.",
  toSnapshots: "Alle Snapshots",
  copyLink: "Link zu diesem Objekt",
};
