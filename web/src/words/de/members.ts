import type { Words } from "../words.ts";

export const members: Words["members"] = {
  title: "Mitglieder",
  lead: "Wer in diesem Mandanten welche Rolle hat. Eine Änderung gilt ab der nächsten Anfrage.",
  columns: { name: "Name", role: "Rolle", kind: "Art", since: "Seit", by: "Hinzugefügt von" },
  kinds: { user: "Person", group: "Gruppe", application: "Anwendung", unknown: "Unbekannt" },
  emptyTitle: "Keine Mitglieder",
  empty: "Niemand hat in diesem Mandanten eine Rolle. Ein Besitzer wird genannt, wenn der Mandant hinzugefügt wird.",
  commands: {
    add: "Mitglied hinzufügen",
    change: "Rolle ändern",
    remove: "Entfernen",
    chooseOne: "Wählen Sie ein Mitglied",
  },
  form: {
    addTitle: "Mitglied hinzufügen",
    changeTitle: (name: string) => `Rolle von ${name} ändern`,
    add: "Hinzufügen",
    change: "Ändern",
    kind: "Art",
    id: "Objekt-ID",
    idHint: "Wie sie in Microsoft Entra steht, auf der Seite der Person, der Gruppe oder der Unternehmensanwendung.",
    name: "Name",
    role: "Rolle",
    overtaken: (name: string) => `Jemand anderes hat ${name} inzwischen geändert.`,
    roleHint:
      "Eine Rolle hat alle Rechte der Rollen davor. Eine Gruppe gibt nur Rechte, wenn sie TenantPilot in Entra zugewiesen ist.",
  },
  removing: {
    title: (name: string) => `${name} entfernen?`,
    action: "Entfernen",
    what: "Dieses Mitglied sieht den Mandanten ab der nächsten Anfrage nicht mehr. Vorgänge, die es gestartet hat und die noch warten, enden als fehlgeschlagen.",
    last: "Ein Mandant behält einen Besitzer, der eine Person oder eine Gruppe ist.",
  },
};
