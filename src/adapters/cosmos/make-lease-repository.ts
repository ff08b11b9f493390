import type { Container } from "@azure/cosmos";
import { type Lease, type LeaseAnswer, type LeaseRepository, leaseSchema } from "../../domain/operation-run/lease.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { parseDocument, toDocument } from "./document.ts";
import { readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

const parseLease = parseDocument(leaseSchema);

/** Leases on the service groups of one tenant; every step is conditional, so two that steal at once cannot both win. */
export function makeLeaseRepository(container: Container, { tenantId }: TenantScope): LeaseRepository {
  // Of leases that were taken here, as they were written last: most are released a moment later.
  const etags = new Map<string, string>();

  /** Held when the write was made: nobody else was faster. */
  async function take(
    lease: Lease,
    write: (document: object) => Promise<{ readonly etag: string }>,
    expected: readonly number[],
  ): Promise<LeaseAnswer> {
    const document = toDocument("lease", leaseId(lease.group), tenantId, lease);
    const answer = await callCosmos(() => write(document), expected);
    if (!("value" in answer)) return { kind: "busy", until: lease.expiresAt };
    etags.set(keyOf(lease), answer.value.etag);
    return { kind: "held" };
  }

  async function acquire(lease: Lease, now: string): Promise<LeaseAnswer> {
    const id = leaseId(lease.group);
    const known = await readDocument(container, tenantId, id, parseLease);
    if (!known) return take(lease, (document) => container.items.create(document), [409]);
    const { holder, expiresAt } = known.value;
    if (holder !== lease.holder && expiresAt > now) return { kind: "busy", until: expiresAt };
    const options = { accessCondition: { type: "IfMatch", condition: known.etag } };
    return take(lease, (document) => container.item(id, tenantId).replace(document, options), [404, 412]);
  }

  async function release(group: string, holder: string): Promise<void> {
    const id = leaseId(group);
    const key = keyOf({ group, holder });
    const etag = etags.get(key) ?? (await etagOf(id, holder));
    etags.delete(key);
    if (etag === undefined) return;
    const options = { accessCondition: { type: "IfMatch", condition: etag } };
    await callCosmos(() => container.item(id, tenantId).delete(options), [404, 412]);
  }

  /** Undefined when it is somebody else's by now. */
  async function etagOf(id: string, holder: string): Promise<string | undefined> {
    const known = await readDocument(container, tenantId, id, parseLease);
    return known?.value.holder === holder ? known.etag : undefined;
  }

  return { acquire, release };
}

function keyOf({ group, holder }: Pick<Lease, "group" | "holder">): string {
  return `${group} ${holder}`;
}

function leaseId(group: string): string {
  return `lease-${group}`;
}
