import type { Container, OperationInput } from "@azure/cosmos";
import type { AuditEntry } from "../../domain/audit/audit-entry.ts";
import { restoreLevelSchema } from "../../domain/capability/capability.ts";
import { openSwitches, type TenantSwitches, tenantSwitchesSchema } from "../../domain/capability/limits.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import { auditOperation } from "./audit-document.ts";
import { runBatch } from "./batch.ts";
import { parseDocument } from "./document.ts";
import { readDocument } from "./read-document.ts";
import { createOf } from "./record-operations.ts";

const id = "setting-capabilities";
// The version of a document that nobody has written yet; stored ones are the store's own, in quotes too.
const unwritten = '"unwritten"';

// What only a newer version may restore is not restored by this one.
const storedSwitchesSchema = tenantSwitchesSchema.extend({ mostRestore: restoreLevelSchema.catch("none") });
export const parseSwitches = parseDocument(storedSwitchesSchema);

export async function readSwitches(container: Container, tenantId: TenantId) {
  const known = await readDocument(container, tenantId, id, parseSwitches);
  return known ? { switches: known.value, version: known.etag } : { switches: openSwitches, version: unwritten };
}

/** The switches and the audit entry in one transaction, if they are still of this version. */
export async function replaceSwitches(
  container: Container,
  tenantId: TenantId,
  { switches, version, audit }: { switches: TenantSwitches; version: string; audit: AuditEntry },
): Promise<"replaced" | "moved_on"> {
  const creating = createOf("setting", id, tenantId, switches);
  const { resourceBody } = creating;
  const replacing: OperationInput = { operationType: "Replace", id, resourceBody, ifMatch: version };
  const change = version === unwritten ? creating : replacing;
  const recording = auditOperation(audit, tenantId);
  return (await runBatch(container, tenantId, [change, recording], [409, 412])) === "done" ? "replaced" : "moved_on";
}
