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
  assignments: {
    title: "Zugewiesen an",
    none: "Niemanden.",
    modes: { include: "Eingeschlossen:", exclude: "Ausgeschlossen:" },
    targets: {
      group: "Gruppe",
      allUsers: "Alle Benutzer",
      allDevices: "Alle Geräte",
      collection: "Eine Sammlung des Configuration Manager",
      other: "Etwas, das diese Version nicht kennt",
    },
    filtered: "mit Filter",
    unknown: "Unbekannte Gruppe",
    deleted: "gelöscht",
    asOf: "Namen der Gruppen, Stand",
    neverRead:
      "Die Gruppen dieses Mandanten wurden nie gelesen: Namen sind jene, die Läufe angetroffen haben. Gleichen Sie auf der Seite Inventar die Gruppen ab, um mehr zu wissen.",
  },
};
