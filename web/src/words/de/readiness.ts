import { formatNumber } from "../format.ts";
import type { Words } from "../words.ts";

const number = (count: number) => formatNumber("de", count);

export const readiness: Words["readiness"] = {
  title: "Bereitschaft",
  verify: "Mandanten prüfen",
  states: { ready: "Bereit", attention: "Braucht Aufmerksamkeit", unknown: "Nicht geprüft" },
  found: "Was die letzte Prüfung ergab",
  running: "Eine Prüfung ist unterwegs. Was hier steht, ist von der davor.",
  firstRunning: "Die erste Prüfung ist unterwegs",
  firstRunningText: "Was sie feststellt, steht hier, sobald sie zu Ende ist.",
  viewRun: "Lauf ansehen",
  neverTitle: "Nie geprüft",
  never:
    "Noch niemand hat nachgesehen, ob TenantPilot diesen Mandanten lesen darf. Eine Prüfung sieht nach Zustimmung, Berechtigungen, Lizenzen und je einem Lesezugriff jeder Art; sie ändert nichts.",
  counts: (missing, excess) => {
    const parts = [missing > 0 ? `${number(missing)} fehlen` : "", excess > 0 ? `${number(excess)} zu viel` : ""];
    return parts.filter((part) => part !== "").join(", ");
  },
  summary: {
    ready: "Alles, was das Lesen braucht, ist da.",
    attention: "Etwas, was das Lesen braucht, fehlt. Was es ist, steht unten zuerst.",
  },
  notRead: {
    permissions: "Welche Berechtigungen erteilt sind, war nicht zu lesen",
    licences: "Die Abonnements waren nicht zu lesen",
    approvalPolicies: "Die Richtlinien für die Genehmigung durch mehrere Administratoren waren nicht zu lesen",
    unknown: "Ein Teil war nicht zu lesen",
  },
  tooMuch: {
    title: "Es ist mehr erteilt, als TenantPilot braucht.",
    text: "Das ist kein Fehler, aber nehmen Sie zurück, was zu viel ist: Möglichst wenige Rechte sind sicherer.",
  },
  applications: {
    read: "Anwendung, die liest",
    write: "Anwendung, die wiederherstellt",
    unknown: "Eine andere Anwendung",
    consented: "Zugestimmt",
    notConsented: "Keine Zustimmung",
    writeLater: "Nur eine Wiederherstellung braucht sie: Lesen, Snapshots und Vergleiche gehen ohne.",
    notSetUp: "Diese Installation hat keine solche Anwendung.",
    noPermissions: "Das Token sagt nicht, welche Berechtigungen erteilt sind.",
  },
  columns: {
    permission: "Berechtigung",
    state: "Zustand",
    serves: "Wofür",
    licence: "Lizenz",
    group: "Dienst",
    why: "Warum",
  },
  permissionStates: { missing: "Fehlt", excess: "Zu viel", granted: "Erteilt" },
  why: {
    higher: "Eine geringere Berechtigung genügt",
    switched_off: "Wofür sie da ist, ist in den Einstellungen ausgeschaltet",
    unused: "TenantPilot benutzt sie nicht",
    unknown: "Der Grund ist hier nicht bekannt",
  },
  facts: { subscribedSku: "Abonnements" },
  licences: {
    title: "Lizenzen",
    yes: "Vorhanden",
    no: "Fehlt",
    unknown: "Unbekannt",
    none: "Kein Objekttyp braucht eine.",
  },
  intune: {
    title: "Intune",
    service: "Intune",
    present: "Vorhanden",
    absent: "Fehlt",
    unknown: "Unbekannt",
    approval: "Genehmigung durch mehrere Administratoren",
    noApproval: "Keine Richtlinie: Eine Wiederherstellung wartet auf keinen zweiten Administrator des Mandanten.",
    covers: (name, covers) => `${name} (${covers})`,
  },
  samples: {
    title: "Ein Lesezugriff je Dienst",
    none: "Nichts wurde gelesen.",
    readable: "Lesbar",
    not_licensed: "Nicht lizenziert",
    unknown: "Unbekannt",
  },
};
