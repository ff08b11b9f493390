import type { Words } from "../words.ts";

export const assignments: Words["assignments"] = {
  title: (group) => `Was ${group} erreicht`,
  howFar:
    "Ein Ausschluss geht allem anderen vor. Filter werden genannt, nicht ausgewertet; Gruppen in Gruppen sind hier nicht bekannt.",
  deleted: "Diese Gruppe wurde gelöscht.",
  columns: { name: "Name", reach: "Gruppe", by: "Zugewiesen an", type: "Typ", platform: "Plattform" },
  reach: { included: "Eingeschlossen", excluded: "Ausgeschlossen", everyone: "Mit allen" },
  targets: {
    group: "Diese Gruppe",
    allUsers: "Alle Benutzer",
    allDevices: "Alle Geräte",
    collection: "Eine Sammlung des Configuration Managers",
    unknown: "Etwas, das diese Version nicht kennt",
  },
  modes: { exclude: (whom) => `Ohne: ${whom}` },
  filtered: (filter, isExcluded) => (isExcluded ? `nicht Filter ${filter}` : `Filter ${filter}`),
  unknownFilter: "unbekannt",
  intents: {
    remove: "entfernt",
    required: "erforderlich",
    available: "verfügbar",
    availableWithoutEnrollment: "verfügbar ohne Registrierung",
    uninstall: "deinstalliert",
  },
  showIgnored: "Ignorierte Objekte auch zeigen",
  hideIgnored: "Ignorierte Objekte weglassen",
  emptyTitle: "Nichts erreicht diese Gruppe",
  empty:
    "Kein Objekt, das in diesem Mandanten gelesen wurde, schließt diese Gruppe ein oder aus oder gilt für alle Benutzer oder alle Geräte. Ein Abgleich des Inventars liest die Zuweisungen neu.",
};
