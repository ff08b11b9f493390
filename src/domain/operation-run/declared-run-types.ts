import { auditVerify } from "./run-types/audit-verify.ts";
import { configurationRestore } from "./run-types/configuration-restore.ts";
import { definitionsRefresh } from "./run-types/definitions-refresh.ts";
import { directorySync } from "./run-types/directory-sync.ts";
import { eventsCollect } from "./run-types/events-collect.ts";
import { fleetSnapshot } from "./run-types/fleet-snapshot.ts";
import { inventorySync } from "./run-types/inventory-sync.ts";
import { snapshotTake } from "./run-types/snapshot-take.ts";
import { tenantVerify } from "./run-types/tenant-verify.ts";

/** Every type of run. Another one is a declaration in this list, a workflow and a verb; all else follows from them. */
export const declaredRunTypes = [
  inventorySync,
  snapshotTake,
  fleetSnapshot,
  directorySync,
  eventsCollect,
  auditVerify,
  definitionsRefresh,
  tenantVerify,
  configurationRestore,
] as const;
