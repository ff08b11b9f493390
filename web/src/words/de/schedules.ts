import type { Words } from "../words.ts";

export const schedules: Words["schedules"] = {
  title: "Zeitpläne",
  lead: "Wann Snapshots von selbst entstehen und wie alt der neueste vollständige sein darf.",
  columns: {
    when: "Wann",
    timeZone: "Zeitzone",
    types: "Typen",
    promise: "Zusage",
    next: "Nächster",
    last: "Letzter Termin",
  },
  lasting: (promise, duration) => `${promise} seit ${duration}`,
  emptyTitle: "Noch keine Zeitpläne",
  empty:
    "Ein Zeitplan nimmt Snapshots zu festen Zeiten in der Zeitzone des Mandanten auf und meldet, wenn der neueste vollständige älter ist als zugesagt. In diesem Mandanten gibt es noch keinen.",
};
