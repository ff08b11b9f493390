import type { Container } from "@azure/cosmos";
import { type Lease, type LeaseAnswer, type LeaseRepository, leaseSchema } from "../../domain/operation-run/lease.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { parseDocument, toDocument } from "./document.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

const parseLease = parseDocument(leaseSchema);

/** Leases on the service groups of one tenant; every step is conditional, so two that steal at once cannot both win. */
export function makeLeaseRepository(container: Container, { tenantId }: TenantScope): LeaseRepository {
  async function replace(id: string, lease: Lease, etag: string): Promise<boolean> {
    const options = { accessCondition: { type: "IfMatch", condition: etag } };
    const document = toDocument("lease", id, tenantId, lease);
    const answer = await callCosmos(() => container.item(id, tenantId).replace(document, options), [404, 412]);
    return "value" in answer;
  }

  async function acquire(lease: Lease, now: string): Promise<LeaseAnswer> {
    const id = leaseId(lease.group);
    const known = await readDocument(container, tenantId, id, parseLease);
    if (!known) {
      const answer = await createDocument(container, toDocument("lease", id, tenantId, lease));
      return answer === "created" ? { kind: "held" } : { kind: "busy", until: lease.expiresAt };
    }
    const { holder, expiresAt } = known.value;
    if (holder !== lease.holder && expiresAt > now) return { kind: "busy", until: expiresAt };
    const replaced = await replace(id, lease, known.etag);
    return replaced ? { kind: "held" } : { kind: "busy", until: lease.expiresAt };
  }

  async function release(group: string, holder: string): Promise<void> {
    const id = leaseId(group);
    const known = await readDocument(container, tenantId, id, parseLease);
    if (known?.value.holder !== holder) return;
    const options = { accessCondition: { type: "IfMatch", condition: known.etag } };
    await callCosmos(() => container.item(id, tenantId).delete(options), [404, 412]);
  }

  return { acquire, release };
}

function leaseId(group: string): string {
  return `lease-${group}`;
}
