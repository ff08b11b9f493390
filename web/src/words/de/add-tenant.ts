import type { Words } from "../words.ts";

export const addTenant: Words["addTenant"] = {
  title: "Mandant hinzufügen",
  lead: "Ein Kunde kommt in drei Schritten dazu: Sie nennen den Mandanten und seinen ersten Besitzer, die Administration des Kunden stimmt zu, und TenantPilot prüft, was erteilt wurde.",
  command: "Mandant hinzufügen",
  right: "Mandanten hinzufügen",
  off: "Nur die Administration der Plattform fügt Mandanten hinzu: mit der App-Rolle Platform.Admin, erteilt im eigenen Verzeichnis der Plattform.",
  consentOf: (name) => `Zustimmung von ${name}`,
  form: {
    tenant: "Mandant",
    id: "Mandanten-ID",
    idHint:
      "Die ID des Kunden in Microsoft Entra: im Entra Admin Center auf der Seite „Übersicht“ des Kundenverzeichnisses.",
    name: "Anzeigename",
    owner: "Erster Besitzer",
    ownerLead: "Jemand, der Einstellungen und Mitglieder ändern darf. Weitere kann der Besitzer später benennen.",
    takeMyself: "Mich zum Besitzer machen",
    ownerName: "Name des Besitzers",
    home: "Heimatmandant",
    homeHint: "Die ID des Verzeichnisses, in dem sich der Besitzer anmeldet. Leer gelassen: Ihr eigenes.",
    add: "Mandant hinzufügen",
    cancel: "Abbrechen",
    added: (name) => `${name} wurde hinzugefügt`,
    goOnThere: "Seine Zustimmung öffnen",
    refused: (problem) => `Abgelehnt: ${problem}`,
    problems: {
      required: "Erforderlich",
      id: "Das ist keine ID: 32 Ziffern und Buchstaben von a bis f in fünf Gruppen, etwa 7c1e5d7a-0001-4c3a-8f00-000000000001.",
      labels: "Höchstens 20 Labels mit je 50 Zeichen.",
      name: "Höchstens 200 Zeichen in einer Zeile.",
    },
  },
};
