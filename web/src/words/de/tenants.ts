import { formatNumber, plural } from "../format.ts";
import type { Words } from "../words.ts";

const inTenants = (count: number) => plural("de", count, { one: "Mandant", other: "Mandanten" });
const inTenantsDative = (count: number) => plural("de", count, { one: "Mandanten", other: "Mandanten" });

export const tenants: Words["tenants"] = {
  title: "Mandanten",
  lead: "Die Kunden, die Sie betreuen: wie es jedem geht, wann er zuletzt gesichert wurde und welche Zusage gebrochen ist.",
  columns: {
    name: "Name",
    state: "Zustand",
    labels: "Labels",
    requests: "Anfragen",
    role: "Meine Rolle",
    lastComplete: "Zuletzt vollständig",
    lastRun: "Letzter Lauf",
    promise: "Zusage",
  },
  filters: { text: "Mandanten suchen", state: "Zustand", label: "Label", promise: "Zusage", broken: "Gebrochen" },
  states: {
    pending_consent: "Wartet auf Zustimmung",
    active: "Aktiv",
    attention: "Braucht Aufmerksamkeit",
    suspended: "Stillgelegt",
    archived: "Archiviert",
    unknown: "Unbekannter Zustand",
  },
  paused: "Angehalten",
  flowing: "Freigegeben",
  noRole: "Kein Mitglied",
  promiseFine: "Keine gebrochen",
  promiseBroken: "Gebrochen",
  ranWhen: (what, when) => `${what}, ${when}`,
  neverRan: "Noch keiner",
  emptyTitle: "Sie sind in keinem Mandanten Mitglied",
  empty:
    "Ein Mandant erscheint hier, sobald Sie sein Mitglied sind: Bitten Sie einen Besitzer des Mandanten, Sie aufzunehmen.",
  emptyPlatformTitle: "Es gibt noch keine Mandanten",
  emptyPlatform: "TenantPilot betreut noch keinen Mandanten.",
  csv: "Als CSV exportieren",
  commands: {
    snapshot: "Snapshot machen",
    sync: "Inventar abgleichen",
    pause: "Anhalten",
    resume: "Fortsetzen",
    chooseSome: "Wählen Sie einen oder mehrere Mandanten.",
    tooMany: (most) => `Wählen Sie höchstens ${formatNumber("de", most)} Mandanten auf einmal.`,
    notMember: (names) => `Sie sind kein Mitglied von ${names}.`,
    allPaused: "Anfragen an Microsoft Graph sind bereits angehalten.",
    nonePaused: "Anfragen an Microsoft Graph sind nicht angehalten.",
    startedIn: (what, count) => `${what} gestartet in ${inTenantsDative(count)}`,
    viewRuns: "Vorgänge ansehen",
    pausedIn: (count) => `Anfragen an Microsoft Graph angehalten für ${inTenantsDative(count)}`,
    resumedIn: (count) => `Anfragen an Microsoft Graph fortgesetzt für ${inTenantsDative(count)}`,
    refusedIn: (names, why) => `Nicht geschehen für ${names}: ${why}`,
  },
  ownership: {
    command: "Besitz übernehmen",
    title: (name) => `Besitzer von ${name} werden?`,
    what: "Sie werden Besitzer mit allen Rechten in dem Mandanten, bis jemand das zurücknimmt. Jeder Besitzer erfährt davon, und die Auditprotokolle des Mandanten und der Plattform halten Ihren Namen und den Grund fest.",
    done: (name) => `Sie sind Besitzer von ${name}`,
    platformOnly: "Das kann nur, wer die Plattform verwaltet.",
    chooseOne: "Wählen Sie einen Mandanten.",
    archived: "Ein archivierter Mandant kann nur gelesen werden.",
    already: "Sie sind schon Besitzer.",
  },
  pause: {
    title: (what) => `Anfragen an Microsoft Graph anhalten für ${what}?`,
    several: inTenants,
    what: "Laufende Vorgänge stellen mit ihrem nächsten Lebenszeichen keine Anfragen an Microsoft Graph mehr und warten. Vorgänge, die später gestartet werden, warten ebenso.",
    stays:
      "Nichts wird abgebrochen oder geht verloren, und was gelesen ist, bleibt. Aber inzwischen wird kein neuer Snapshot fertig: Eine Zusage kann brechen.",
    end: "„Fortsetzen“ lässt alles weiterlaufen.",
    action: "Anfragen anhalten",
  },
  pausedBar: {
    title: (tenant) => `${tenant} ist angehalten.`,
    platformTitle: "Alle Mandanten sind angehalten.",
    text: "Anfragen an Microsoft Graph sind gestoppt: Vorgänge warten, bis sie fortgesetzt werden.",
    resume: "Fortsetzen",
  },
};
