import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { type Ignore, isIgnored, type ObjectRef, refText } from "../../domain/inventory/ignore.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

export type IgnoreDeps = { readonly storesFor: StoresFor; readonly clock: Clock; readonly newId: () => string };

export type IgnoreRequest = ObjectRef & {
  /** Why, and until when (ISO 8601 UTC, null: until taken back); null takes it back. */
  readonly terms: { readonly reason: string; readonly expiresAt: string | null } | null;
  readonly actor: Initiator;
};

/**
 * Ignores an object, or takes that back, with its audit entry in one transaction (P6.4). Faults: `not_found` for an object
 * that was never observed, and for taking back what is not ignored; `invalid_request` for an end that is past; `conflict`
 * when somebody else changes it at the same time.
 */
export async function changeIgnore(
  { storesFor, clock, newId }: IgnoreDeps,
  scope: TenantScope,
  { type, id, terms, actor }: IgnoreRequest,
): Promise<Ignore | null> {
  const { inventory } = storesFor(scope);
  const at = isoTime(clock.nowMs());
  const [object, known] = await Promise.all([inventory.read(type, id), inventory.ignoreOf({ type, id })]);
  if (!object) throw new Fault("not_found", "This object was never observed in the tenant.");
  if (terms?.expiresAt != null && terms.expiresAt <= at) {
    throw new Fault("invalid_request", "It must end in the future.", { target: "expiresAt" });
  }
  const before = known && isIgnored(known.value, at) ? known.value : null;
  const after = terms && { type, objectId: id, ...terms, by: { id: actor.id, name: actor.name }, at };
  // What was taken back has ended: the store replaces on a condition, and deletes on none.
  const ignore = after ?? (before && { ...before, expiresAt: at });
  if (!ignore) throw new Fault("not_found", "The object is not ignored.");
  const audit = {
    id: `audit-${newId()}`,
    tenantId: scope.tenantId,
    actor,
    action: after ? "inventory.ignored" : "inventory.unignored",
    target: refText({ type, id }),
    before: before && toRecord(before),
    after: after && toRecord(after),
    at,
  };
  const answer = await inventory.changeIgnore({ type, id, version: known?.etag ?? null, ignore, audit });
  if (answer === "moved_on") throw new Fault("conflict", "Somebody else changed this at the same time; look again.");
  return after;
}

function toRecord({ reason, expiresAt }: Ignore) {
  return { reason, expiresAt };
}
