import { plural } from "../format.ts";
import type { Words } from "../words.ts";

export const inventory: Words["inventory"] = {
  title: "Inventar",
  lastRead: "Zuletzt aus Intune gelesen:",
  neverRead: "Noch nie aus Intune gelesen.",
  columns: {
    name: "Name",
    type: "Typ",
    platform: "Plattform",
    state: "Zustand",
    modified: "Geändert",
    lastSeen: "Zuletzt gesehen",
  },
  filters: { text: "Nach Namen suchen", type: "Typ", state: "Zustand" },
  sync: "Abgleichen",
  syncGroups: "Gruppen abgleichen",
  csv: "Als CSV exportieren",
  missing: (day) => `Fehlt, zuletzt gesehen ${day}`,
  emptyTitle: "Es wurde noch nichts gelesen",
  empty:
    "Das Inventar führt jedes Objekt von Intune, das TenantPilot in diesem Mandanten gesehen hat. Ein Abgleich liest es aus Intune und ändert dort nichts.",
  nothingTitle: "In Intune gab es nichts aufzuführen",
  nothing: "Der letzte Abgleich fand kein Objekt der Typen, die in diesem Mandanten gelesen werden.",
  notRead: {
    title: (count) =>
      plural("de", count, {
        one: "Objekttyp steht nicht in dieser Liste",
        other: "Objekttypen stehen nicht in dieser Liste",
      }),
    notLicensed: "Nicht lizenziert",
  },
  details: {
    id: "Kennung",
    firstSeen: "Zuerst gesehen",
    fingerprint: "Fingerabdruck der Konfiguration",
    openPage: "Ganzes Objekt öffnen",
    copyLink: "Link zu diesem Objekt",
    about: "Über diesen Typ",
    yes: "Ja",
    no: "Nein",
  },
  meta: {
    version: "Version",
    isAssigned: "Zugewiesen",
    odataType: "Typ in Microsoft Graph",
    bindStatus: "Bindung",
    expirationDateTime: "Läuft ab",
    certificateUploadStatus: "Hochladen des Zertifikats",
    assignmentFilterManagementType: "Filter gilt für",
    state: "Zustand in Intune",
    publisher: "Herausgeber",
    isGlobalScript: "Skript von Microsoft",
    fileName: "Datei",
    runAsAccount: "Läuft als",
    secureByDefault: "Sicher voreingestellt",
    policyConfigurationIngestionType: "Aufnahme",
    isBuiltIn: "Mitgeliefert",
    technologies: "Technologien",
    settingCount: "Einstellungen",
    approvalType: "Genehmigung",
  },
};
