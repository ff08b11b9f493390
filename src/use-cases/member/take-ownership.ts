import { isoTime } from "../../domain/clock/clock.ts";
import { derivedId } from "../../domain/identity/derived-id.ts";
import type { Caller } from "../../domain/tenant/caller.ts";
import { checkMemberChange } from "../../domain/tenant/member-change.ts";
import type { Membership, PlatformHome } from "../../domain/tenant/membership.ts";
import { auditsOfOwnership, ownershipNotifications } from "../../domain/tenant/ownership.ts";
import { openTenantScope, platformId, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { MoveDeps } from "../tenant/move-tenant.ts";
import { type MembersAt, onOneVersion } from "./on-one-version.ts";
import { toRecord } from "./to-record.ts";

type Taking = { readonly caller: Caller; readonly reason: string };

/**
 * Makes somebody of the platform an owner of a tenant, in its own name, as an act with a reason: told to every owner, and
 * audited in the tenant and on the platform. Of who is one already it changes nothing. Faults: `not_found`,
 * `tenant_archived`, `conflict`.
 */
export async function takeOwnership(
  deps: MoveDeps & PlatformHome,
  scope: TenantScope,
  taking: Taking,
): Promise<Membership> {
  let actId: string | undefined;
  return onOneVersion(deps, scope, async (found) => {
    // Of the version that it was first decided on: a repeat after a crash in between finds the records it made.
    actId ??= derivedId("ownership", scope.tenantId, taking.caller.id, found.version, taking.reason);
    return takeOnce(deps, scope, taking, found, actId);
  });
}

async function takeOnce(
  { storesFor, clock, ...home }: MoveDeps & PlatformHome,
  scope: TenantScope,
  { caller: { id: principalId, kind, name, homeTenantId }, reason }: Taking,
  { version, members }: MembersAt,
  actId: string,
): Promise<Membership | "moved_on"> {
  const terms = { principalKind: kind, name, homeTenantId, role: "owner" } as const;
  const known = members.find((each) => each.principalId === principalId);
  if (known?.role === "owner" && (known.homeTenantId ?? home.firstPlatformTenant) === homeTenantId) return known;
  checkMemberChange(members, principalId, terms, home);
  const at = isoTime(clock.nowMs());
  const actor = { kind, id: principalId, name };
  const { addedAt, addedBy } = known ?? { addedAt: at, addedBy: actor };
  const member = { tenantId: scope.tenantId, principalId, ...terms, addedAt, addedBy };
  const before = known ? toRecord(known) : null;
  const { ofTenant, ofPlatform } = auditsOfOwnership({ member, before, actor, reason, actId, at });
  // First: no transaction spans both partitions, and what nobody did is better on record than what nobody recorded.
  await storesFor(openTenantScope(platformId, "authorised")).audit.add(ofPlatform);
  const told = ownershipNotifications(member, members, { actId, at });
  const answer = await storesFor(scope).tenant.changeMember({ version, principalId, member, audit: ofTenant, told });
  return answer === "changed" ? member : "moved_on";
}
