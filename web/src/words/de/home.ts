import { formatNumber, plural } from "../format.ts";
import type { Words } from "../words.ts";

const number = (count: number) => formatNumber("de", count);

export const home: Words["home"] = {
  title: "Start",
  lead: "Was jemanden braucht: zuerst gebrochene Zusagen, dann Mandanten mit einer Störung, dann was gerade läuft.",
  tiles: {
    broken: "Gebrochene Zusagen",
    attention: "Mandanten brauchen Aufmerksamkeit",
    tenants: "Mandanten",
    paused: "Angehaltene Mandanten",
    queued: "Eingereihte Vorgänge",
    running: "Vorgänge in Arbeit",
    waiting: "Wartende Vorgänge",
  },
  alarms: (count) => `Die Plattform meldet ${plural("de", count, { one: "Alarm", other: "Alarme" })}.`,
  seeAbout: "Ansehen, was nicht stimmt",
  unreadable: (count) =>
    `${plural("de", count, { one: "gespeichertes Dokument", other: "gespeicherte Dokumente" })} dieser Mandanten konnten nicht gelesen werden; was darin steht, fehlt hier.`,
  broken: {
    title: "Gebrochene Zusagen",
    columns: { tenant: "Mandant", promised: "Zugesagt", last: "Zuletzt vollständig", since: "Gebrochen seit" },
    every: (hours) => `ein Snapshot alle ${plural("de", hours, { one: "Stunde", other: "Stunden" })}`,
    noHours: "nicht mehr zugesagt",
    andMore: (count) => `und ${number(count)} weitere`,
    none: "Keine Zusage ist gebrochen",
    noneHelp: "Jeder Zeitplan, der einen vollständigen Snapshot zusagt, hat ihn gehalten.",
  },
  attention: {
    title: "Mandanten, die Aufmerksamkeit brauchen",
    columns: { tenant: "Mandant", reason: "Grund", help: "Was hilft", lastRun: "Letzter Lauf" },
    none: "Kein Mandant braucht Aufmerksamkeit.",
  },
  running: {
    title: "Läuft gerade",
    none: "Nichts ist unterwegs.",
  },
  ended: {
    title: "Zuletzt beendet",
    none: "Noch nichts ist beendet.",
    firstTenants: (count) => `unter den ersten ${number(count)} Ihrer Mandanten`,
  },
  columns: { tenant: "Mandant", operation: "Vorgang", state: "Zustand", created: "Angelegt" },
  seeAll: "Alle ansehen",
  emptyTitle: "Sie sind in keinem Mandanten Mitglied",
  empty:
    "Hier steht, was in Ihren Mandanten jemanden braucht. Bitten Sie einen Besitzer eines Mandanten, Sie aufzunehmen.",
};
