import type { Words } from "../words.ts";

export const groups: Words["groups"] = {
  kinds: {
    security: "Sicherheit",
    mail_enabled_security: "E-Mail-aktivierte Sicherheit",
    distribution: "Verteiler",
    microsoft_365: "Microsoft 365",
  },
  search: {
    label: "Gruppen Ihrer Organisation suchen",
    hint: "Nach dem Anfang des Namens. Eine Gruppe gibt nur Rechte, wenn sie TenantPilot in Ihrem eigenen Verzeichnis zugewiesen ist; Mitglieder verschachtelter Gruppen zählen nicht.",
    busy: "Sucht",
    found: "Gefundene Gruppen",
    none: "Der Name keiner Gruppe beginnt so.",
  },
};
