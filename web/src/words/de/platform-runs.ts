import { plural } from "../format.ts";
import type { Words } from "../words.ts";

export const platformRuns: Words["platformRuns"] = {
  title: "Plattformvorgänge",
  lead: "Arbeit über viele Mandanten zugleich: in jedem ein Vorgang, der größte Mandant zuerst.",
  start: "Snapshots machen",
  emptyTitle: "Noch keine Plattformvorgänge",
  empty: "Einer macht einen Snapshot jedes Mandanten oder einiger. Noch keiner wurde gestartet.",
  form: {
    title: "Snapshots vieler Mandanten machen",
    which: "Mandanten",
    all: "Alle Mandanten",
    some: "Ausgewählte Mandanten",
    search: "Mandanten suchen",
    noMatch: "Kein Mandant passt.",
    more: "Es gibt mehr: suchen Sie danach.",
    chosen: (count) => plural("de", count, { one: "Mandant ausgewählt", other: "Mandanten ausgewählt" }),
    action: "Snapshots machen",
    text: "Jeder bekommt einen Snapshot all seiner Objekttypen. Läuft in einem schon einer, wird ihm beigetreten.",
  },
  pause: {
    already: "Die Anfragen sind schon angehalten.",
    command: "Graph anhalten",
    title: "Graph für alle Mandanten anhalten?",
    text: "Für keinen Mandanten geht mehr eine Anfrage an Microsoft Graph. Laufende Arbeit wartet, wo sie ist, und geht weiter, wenn die Anfragen fortgesetzt werden. Was hier zu lesen ist, bleibt lesbar.",
    action: "Graph anhalten",
    done: "Anfragen an Microsoft Graph sind für alle Mandanten angehalten",
  },
  resume: {
    already: "Die Anfragen sind nicht angehalten.",
    command: "Graph fortsetzen",
    title: "Graph für alle Mandanten fortsetzen?",
    text: "Wartende Arbeit geht weiter. Einzeln angehaltene Mandanten bleiben angehalten.",
    action: "Graph fortsetzen",
    done: "Anfragen an Microsoft Graph gehen weiter",
  },
};
