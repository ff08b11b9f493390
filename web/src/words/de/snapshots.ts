import { plural } from "../format.ts";
import type { Words } from "../words.ts";

export const snapshots: Words["snapshots"] = {
  title: "Snapshots",
  lead: "Versiegelte Abbilder der Konfiguration des Mandanten, die neuesten zuerst. Ein Snapshot ändert sich nie.",
  columns: {
    sealed: "Versiegelt",
    label: "Bezeichnung",
    state: "Zustand",
    objects: "Objekte",
    gaps: "Lücken",
    by: "Gemacht von",
    protectedUntil: "Geschützt bis",
  },
  filters: { state: "Zustand", from: "Versiegelt ab", to: "Versiegelt bis" },
  take: "Snapshot machen",
  schedule: "Snapshots planen",
  notProtected: "Nicht geschützt",
  emptyTitle: "Noch kein Snapshot",
  empty:
    "Ein Snapshot ist ein versiegeltes Abbild der ganzen Intune-Konfiguration des Mandanten: zum Nachsehen, Vergleichen und Wiederherstellen. Er liest Intune und ändert dort nichts.",
  dialog: {
    title: "Einen Snapshot machen",
    label: "Bezeichnung",
    labelHint: "Nicht nötig. Wofür er ist, etwa „vor dem Pilotbetrieb“.",
    labelTooLong: "Höchstens 200 Zeichen.",
    scope: "Objekttypen",
    all: "Alle, die in diesem Mandanten gelesen werden dürfen",
    some: "Nur die Typen, die ich wähle",
    search: "Typen suchen",
    chosen: (count) => plural("de", count, { one: "Typ gewählt", other: "Typen gewählt" }),
    chooseOne: "Wählen Sie mindestens einen Typ.",
    partNote: "Ein Snapshot einiger Typen gilt nicht als der ganze, den ein Zeitplan zusagt.",
  },
};
