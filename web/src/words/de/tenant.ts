import type { Words } from "../words.ts";

export const tenant: Words["tenant"] = {
  title: "Überblick",
  views: "Ansichten des Mandanten",
  seeReadiness: "Was fehlt",
  attentionHelp: "In den Vorgängen steht, was geschehen ist.",
  tiles: {
    promise: "Zusage",
    lastSnapshot: "Letzter Snapshot",
    objects: "Objekte im Inventar",
    gaps: "Lücken im letzten Snapshot",
    active: "Laufende Vorgänge",
  },
  promise: { none: "Keine gegeben", kept: "Gehalten", broken: "Gebrochen" },
  none: "Keiner",
  facts: {
    title: "Über diesen Mandanten",
    timeZone: "Zeitzone",
    role: "Meine Rolle",
    lastComplete: "Letzter vollständiger Snapshot",
    id: "Mandanten-ID",
  },
  snapshot: {
    title: "Letzter Snapshot",
    sealed: "Versiegelt",
    label: "Name",
    state: "Zustand",
    objects: "Objekte",
    gaps: "Lücken",
    noGaps: "Keine: Er enthält alles, was er soll.",
    none: "Noch wurde kein Snapshot gemacht. Machen Sie einen, um die Konfiguration so zu bewahren, wie sie jetzt ist.",
    open: "Snapshot öffnen",
  },
  objects: {
    title: "Objekte nach Typ",
    type: "Objekttyp",
    count: "Objekte",
    countLabel: (type) => `Objekte: ${type}`,
    asOf: "zuletzt aus Intune gelesen",
  },
  active: { title: "Unterwegs", none: "Nichts ist unterwegs.", all: "Alle Vorgänge" },
  neverTitle: "Nie gelesen",
  never:
    "TenantPilot weiß von diesem Mandanten noch nichts. Gleichen Sie das Inventar ab, um seine Konfiguration aus Intune zu lesen.",
  syncNow: "Jetzt abgleichen",
};
