import { plural } from "../format.ts";
import type { Words } from "../words.ts";

export const about: Words["about"] = {
  title: "Info",
  lead: "Welche Version dies ist, woraus sie besteht und wie es der Plattform geht.",
  version: "Version",
  copyReport: "Bericht",
  health: "Plattform",
  states: { ok: "Alles in Ordnung", alarm: "Jemand sollte nachsehen" },
  alarms: {
    no_worker_seen: "Seit einiger Zeit meldet sich kein Worker",
    work_waits: "Arbeit wartet länger, als sie soll",
    silent_run: "Ein Vorgang ist verstummt",
    dead_letters: "Nachrichten waren nicht verarbeitbar",
    broken_promises: "Zusagen sind gebrochen",
    unreadable_documents: "Gespeicherte Dokumente sind nicht lesbar",
  },
  facts: {
    state: "Zustand",
    worker: "Worker zuletzt gesehen",
    queued: "Eingereiht",
    running: "Laufend",
    waiting: "Wartend",
    oldestQueued: "Ältester eingereihter Vorgang",
    oldestHeartbeat: "Älteste Meldung eines Vorgangs",
    deadLetters: "Unzustellbare Nachrichten",
    throttled: "Von Microsoft Graph begrenzte Mandanten",
    broken: "Gebrochene Zusagen",
    unreadable: "Nicht lesbare Dokumente",
  },
  licences: "Pakete im Portal",
  columns: { name: "Paket", version: "Version", license: "Lizenz" },
  packages: (count) => plural("de", count, { one: "Paket", other: "Pakete" }),
};
