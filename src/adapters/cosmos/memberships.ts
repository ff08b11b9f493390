import type { Container } from "@azure/cosmos";
import { type Membership, membershipSchema } from "../../domain/tenant/membership.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { parseDocument, readable } from "./document.ts";
import { inList } from "./in-list.ts";
import { queryAll } from "./query-page.ts";
import { readDocument } from "./read-document.ts";

export function membershipDocumentId(principalId: string): string {
  return `membership-${principalId}`;
}

const parseMembership = parseDocument(membershipSchema);

/** Memberships of these principals in one tenant: a point read costs a third of a query, and most callers need no more. */
export async function membershipsOf(
  container: Container,
  tenantId: TenantId,
  [first, ...more]: readonly [string, ...string[]],
  reportUnreadable: ReportUnreadable,
): Promise<readonly Membership[]> {
  if (more.length === 0) {
    const found = await readDocument(container, tenantId, membershipDocumentId(first), parseMembership);
    return found ? [found.value] : [];
  }
  const ids = inList([first, ...more].map(membershipDocumentId));
  const query = { query: `SELECT * FROM c WHERE c.id IN (${ids.names})`, parameters: ids.parameters };
  return queryAll(container, tenantId, query, readable(parseMembership, reportUnreadable));
}

export function listMembers(
  container: Container,
  tenantId: TenantId,
  reportUnreadable: ReportUnreadable,
): Promise<readonly Membership[]> {
  const query = "SELECT * FROM c WHERE c.kind = 'membership'";
  return queryAll(container, tenantId, { query }, readable(parseMembership, reportUnreadable));
}
