import type { Words } from "../words.ts";

export const notifications: Words["notifications"] = {
  title: "Benachrichtigungen",
  lead: "Was aus Ihren Vorgängen wurde, und gebrochene Zusagen Ihrer Mandanten. Nur Sie sehen das.",
  columns: { what: "Was", tenant: "Mandant", when: "Wann", read: "Gelesen" },
  unread: "Ungelesen",
  readOne: "Als gelesen markieren",
  readAll: "Alle als gelesen markieren",
  nothingUnread: "Hier ist alles gelesen.",
  chooseUnread: "Wählen Sie ungelesene Benachrichtigungen.",
  platform: "Plattform",
  ofRun: (kind, outcome) => `${kind}: ${outcome}`,
  emptyTitle: "Keine Benachrichtigungen",
  empty: "Endet ein Vorgang, den Sie gestartet haben, oder wird eine Zusage eines Mandanten gebrochen, steht es hier.",
};
