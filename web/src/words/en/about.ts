import { plural } from "../format.ts";

export const about = {
  title: "About",
  lead: "Which version this is, what it is made of, and how the platform is doing.",
  version: "Version",
  copyReport: "report",
  health: "Platform",
  states: { ok: "All is well", alarm: "Somebody should look" },
  alarms: {
    no_worker_seen: "No worker was seen lately",
    work_waits: "Work waits longer than it should",
    silent_run: "A run went silent",
    dead_letters: "Messages could not be handled",
    broken_promises: "Promises are broken",
    unreadable_documents: "Stored documents cannot be read",
  },
  facts: {
    state: "State",
    worker: "Worker last seen",
    queued: "Queued",
    running: "Running",
    waiting: "Waiting",
    oldestQueued: "Oldest queued run",
    oldestHeartbeat: "Oldest heartbeat",
    deadLetters: "Dead letters",
    throttled: "Tenants that Microsoft Graph limits",
    broken: "Broken promises",
    unreadable: "Documents that cannot be read",
  },
  licences: "Packages inside the portal",
  columns: { name: "Package", version: "Version", license: "Licence" },
  packages: (count: number) => plural("en", count, { one: "package", other: "packages" }),
};
