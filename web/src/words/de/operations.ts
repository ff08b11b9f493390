import type { Words } from "../words.ts";

export const operations: Words["operations"] = {
  title: "Vorgänge",
  lead: "Jede Arbeit in diesem Mandanten: wer sie startete, was sie tat und wie sie endete.",
  columns: {
    state: "Zustand",
    operation: "Vorgang",
    progress: "Fortschritt",
    by: "Gestartet von",
    created: "Angelegt",
    took: "Dauer",
    attempt: "Versuch",
  },
  filters: {
    status: "Status",
    outcome: "Ergebnis",
    type: "Vorgang",
    initiator: "Gestartet von",
    text: "Vorgänge suchen",
  },
  status: { queued: "Eingereiht", running: "Läuft", completed: "Beendet" },
  tabs: {
    all: "Alle",
    active: "Aktiv",
    failed: "Fehlgeschlagen",
    partly: "Teilweise",
    label: "Vorgänge nach Zustand, letzte 30 Tage",
  },
  takeSnapshot: "Snapshot machen",
  sync: "Inventar abgleichen",
  csv: "Als CSV exportieren",
  cancel: "Abbrechen",
  emptyTitle: "Noch keine Vorgänge",
  empty:
    "Ein Vorgang ist eine Arbeit: ein Inventarabgleich, ein Snapshot, eine Wiederherstellung. Hier wurde noch keiner gestartet.",
  ofTotal: (done, total) => `${done} von ${total}`,
  failedOf: (failed) => `${failed} fehlgeschlagen`,
  chooseActive: "Wählen Sie Vorgänge, die noch laufen.",
  chooseEnded: "Wählen Sie Vorgänge, die beendet sind.",
};
