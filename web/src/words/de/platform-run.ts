import type { Words } from "../words.ts";

export const platformRun: Words["platformRun"] = {
  title: "Plattformvorgang",
  progressLabel: "Fertige Mandanten",
  tenants: "Mandanten",
  columns: { tenant: "Mandant", state: "Zustand", objects: "Bekannte Objekte", why: "Grund" },
  joined: "einem fremden Vorgang beigetreten",
  stateFilter: "Zustand",
  states: {
    waiting: "Wartet auf seinen Platz",
    held: "Zurückgehalten",
    active: "Läuft",
    succeeded: "Erfolgreich",
    partially_succeeded: "Teilweise erfolgreich",
    failed: "Fehlgeschlagen",
    cancelled: "Abgebrochen",
    skipped: "Übersprungen",
    unknown: "Unbekannter Zustand",
  },
  emptyTitle: "Noch keine Mandanten",
  empty: "Die Mandanten dieses Vorgangs werden gerade aufgelistet.",
};
