import { plural } from "../format.ts";
import type { Words } from "../words.ts";

export const snapshot: Words["snapshot"] = {
  title: "Snapshot",
  titleOf: (day) => `Snapshot vom ${day}`,
  gaps: {
    title: "Was fehlt",
    lead: (count) =>
      plural("de", count, {
        one: "Objekttyp konnte nicht ganz gelesen werden. Alles andere ist, wie Intune es hatte.",
        other: "Objekttypen konnten nicht ganz gelesen werden. Alles andere ist, wie Intune es hatte.",
      }),
    none: "Nichts fehlt: Jeder Objekttyp wurde ganz gelesen.",
    notLicensed: "In diesem Mandanten nicht lizenziert, also gab es nichts zu lesen:",
  },
  about: "Über diesen Snapshot",
  facts: {
    read: "Gelesen",
    window: (from, to) => `von ${from} bis ${to}, nicht in einem Augenblick`,
    sealed: "Versiegelt",
    objects: "Objekte",
    size: "Größe",
    protection: "Geschützt bis",
    locked: "Bis dahin kann ihn niemand ändern oder löschen.",
    unlocked: "Bis dahin kann nur ein Administrator des Speichers den Schutz aufheben.",
    notProtected: "Vom Speicher nicht geschützt. Seine Hashwerte zeigen trotzdem jede Änderung.",
    rootHash: "Wurzel-Hash",
    run: "Gemacht vom Vorgang",
    openRun: "Vorgang öffnen",
  },
  types: {
    title: "Objekttypen",
    type: "Typ",
    objects: "Objekte",
    empty: (count) =>
      plural("de", count, {
        one: "Objekttyp wurde gelesen und war leer.",
        other: "Objekttypen wurden gelesen und waren leer.",
      }),
  },
  objects: {
    title: "Objekte",
    name: "Name",
    type: "Typ",
    size: "Größe",
    readAt: "Gelesen",
    text: "Nach Namen suchen",
    emptyTitle: "Kein Objekt",
    empty: "In Intune gab es kein Objekt der gelesenen Typen.",
  },
  entry: {
    id: "Kennung",
    hash: "Hash des Inhalts",
    inventory: "Im Inventar",
    openObject: "Objekt öffnen",
    json: "Konfiguration",
    damaged: "Die anderen Objekte dieses Snapshots lassen sich weiter lesen.",
  },
};
