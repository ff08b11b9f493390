import type { Words } from "../words.ts";

export const groups: Words["groups"] = {
  unknown: {
    title: "Ihre Gruppen sind nicht bekannt.",
    text: "Sie sind in so vielen Gruppen, dass Ihre Anmeldung keine davon nennt: Rollen, die Sie über eine Gruppe haben, zählen nicht, und Mandanten können hier fehlen. Bitten Sie einen Besitzer des Mandanten, Sie selbst aufzunehmen, oder Ihren Administrator, TenantPilot weniger Gruppen zuzuweisen.",
  },
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
