import { isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import { checkHome, checkMemberChange, type MemberTerms } from "../../domain/tenant/member-change.ts";
import type { Homes, Membership, PlatformHome } from "../../domain/tenant/membership.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { MoveDeps } from "../tenant/move-tenant.ts";
import { type MembersAt, onOneVersion } from "./on-one-version.ts";
import { toRecord } from "./to-record.ts";

export type MemberRequest = {
  readonly principalId: string;
  /** Null takes the member away. */
  readonly terms: MemberTerms | null;
  /** Whether the caller has seen the member as it is. Faults: those of an unmet precondition. */
  readonly checkSeen: (known: Membership) => void;
  readonly actor: Initiator;
};

export type ChangedMember = { readonly member: Membership | null; readonly isNew: boolean };

/**
 * Adds, changes or removes a member, with its audit entry. It is decided on one version of the tenant, and every such change
 * makes another one: of two owners who remove each other, the second finds itself the last. Faults: `not_found`,
 * `tenant_archived`, `invalid_request` for a home tenant whose people may not call, `last_owner`, `conflict`, and those of `checkSeen`.
 */
export async function changeMember(
  deps: MoveDeps & Homes,
  scope: TenantScope,
  request: MemberRequest,
): Promise<ChangedMember> {
  if (request.terms) checkHome(request.terms.homeTenantId, deps, "homeTenantId");
  return onOneVersion(deps, scope, (found) => changeOnce(deps, scope, found, request));
}

async function changeOnce(
  deps: MoveDeps & PlatformHome,
  scope: TenantScope,
  { version, members }: MembersAt,
  { principalId, terms, checkSeen, actor }: MemberRequest,
): Promise<ChangedMember | "moved_on"> {
  const known = members.find((each) => each.principalId === principalId);
  if (known) checkSeen(known);
  else if (!terms) throw new Fault("not_found", "There is no such member.");
  checkMemberChange(members, principalId, terms, deps);
  const at = isoTime(deps.clock.nowMs());
  const member = terms && toMembership(scope, principalId, terms, known ?? { addedAt: at, addedBy: actor });
  const audit = {
    id: `audit-${deps.newId()}`,
    tenantId: scope.tenantId,
    actor,
    action: known ? (member ? "member.changed" : "member.removed") : "member.added",
    target: principalId,
    before: known ? toRecord(known) : null,
    after: member ? toRecord(member) : null,
    at,
  };
  const answer = await deps.storesFor(scope).tenant.changeMember({ version, principalId, member, audit, told: [] });
  return answer === "changed" ? { member, isNew: !known } : "moved_on";
}

function toMembership(
  { tenantId }: TenantScope,
  principalId: string,
  terms: MemberTerms,
  { addedAt, addedBy }: Pick<Membership, "addedAt" | "addedBy">,
): Membership {
  return { tenantId, principalId, ...terms, addedAt, addedBy };
}
