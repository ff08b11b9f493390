import { plural } from "../format.ts";
import type { Words } from "../words.ts";

const types = (count: number) => plural("de", count, { one: "Objekttyp", other: "Objekttypen" });

export const settings: Words["settings"] = {
  title: "Einstellungen",
  lead: "Was TenantPilot in diesem Mandanten lesen und wiederherstellen darf. Jede Änderung steht im Audit-Protokoll.",
  save: "Speichern",
  discard: "Verwerfen",
  nothingChanged: "Nichts ist geändert.",
  saved: "Einstellungen gespeichert",
  readOnly: "Sie können ansehen, aber nichts ändern.",
  tenant: {
    title: "Mandant",
    name: "Name",
    timeZone: "Zeitzone",
    timeZoneHint: "Wie die IANA sie nennt, etwa Europe/Berlin. Zeitpläne mit eigener Zone behalten ihre.",
    labels: "Labels",
    labelsHint:
      "Durch Kommas getrennt: höchstens 20 mit je 50 Zeichen. Sie wählen Mandanten in Listen und für Vorgänge aus.",
    noLabels: "Keine",
    state: "Zustand",
    reason: "Grund",
    reasonHint: "Er steht mit Ihrem Namen im Auditprotokoll.",
    edit: "Bearbeiten",
    editTitle: (name) => `${name} bearbeiten`,
    overtaken: (name: string) => `Jemand anderes hat ${name} inzwischen geändert.`,
    typeName: (name) => `Zur Bestätigung ${name} eingeben`,
    suspendFirst: "Legen Sie den Mandanten zuerst still.",
    archivedStays: "Ein archivierter Mandant kann nur noch gelesen werden, für immer.",
    acts: {
      suspend: {
        text: "Stilllegen",
        title: (name) => `${name} stilllegen?`,
        what: "Nichts startet in dem Mandanten, und nichts fragt sein Microsoft Graph, bis ihn jemand fortsetzt. Aktive Vorgänge werden gebeten abzubrechen; Zeitpläne lassen ihre Zeiten aus und sagen es.",
      },
      resume: {
        text: "Fortsetzen",
        title: (name) => `${name} fortsetzen?`,
        what: "Arbeit kann wieder starten, und Zeitpläne gehen mit ihrer nächsten Zeit weiter.",
      },
      archive: {
        text: "Archivieren",
        title: (name) => `${name} archivieren?`,
        what: "Das gilt für immer: Der Mandant kann danach nur noch gelesen werden. Snapshots, Vorgänge und Auditprotokoll bleiben.",
      },
    },
  },
  restore: {
    title: "Wiederherstellung",
    label: "Das Äußerste, was eine Wiederherstellung darf",
    hint: "Kein Typ darf mehr als das, was auch immer unten eingeschaltet ist.",
  },
  types: {
    title: "Objekttypen",
    columns: {
      type: "Objekttyp",
      risk: "Risiko",
      read: "Lesen",
      highRisk: "Hohes Risiko",
      restore: "Wiederherstellung jetzt",
      reasons: "Warum",
    },
    readLabel: (type) => `${type} lesen`,
    highRiskLabel: (type) => `Wiederherstellung erlauben: ${type}`,
    withheldCount: (count) => `${types(count)} ausgeschaltet`,
    enabledCount: (count) => `${types(count)} mit hohem Risiko erlaubt`,
    savedFirst: "Was hier geschaltet wird, gilt, sobald es gespeichert ist.",
  },
  risk: {
    title: (type) => `Wiederherstellung erlauben: ${type}?`,
    warning:
      "Dieser Typ birgt ein hohes Risiko: Eine falsche Wiederherstellung kann Menschen von ihren Geräten aussperren oder den Mandanten für andere öffnen. Solange er nicht erlaubt ist, gibt es nur eine Vorschau.",
    whenSaved: "Es gilt, sobald Sie speichern, und steht mit Ihrem Namen im Audit-Protokoll.",
    action: "Hohes Risiko erlauben",
  },
  changed: {
    title: "Jemand anderes hat die Einstellungen inzwischen geändert.",
    none: "Keine",
    withheld: "Ausgeschaltete Typen",
    highRisk: "Hohes Risiko erlaubt",
  },
  emptyTitle: "Es gibt keine Objekttypen",
  empty: "Diese Version von TenantPilot kennt keine Objekttypen.",
};
