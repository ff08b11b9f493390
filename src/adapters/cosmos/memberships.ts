import type { Container } from "@azure/cosmos";
import { z } from "zod";
import { type HeldRole, heldRoleSchema, type Membership, membershipSchema } from "../../domain/tenant/membership.ts";
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
const parseHeldRole = parseDocument(heldRoleSchema);

/**
 * What these principals hold in one tenant: a point read costs a third of a query, and most callers need no more. The query
 * answers what decides and nothing else, under short names: every authorised read pays for its bytes.
 */
export async function membershipsOf(
  container: Container,
  tenantId: TenantId,
  [first, ...more]: readonly [string, ...string[]],
  reportUnreadable: ReportUnreadable,
): Promise<readonly HeldRole[]> {
  if (more.length === 0) {
    const found = await readDocument(container, tenantId, membershipDocumentId(first), parseHeldRole);
    return found ? [found.value] : [];
  }
  const ids = inList([first, ...more].map(membershipDocumentId));
  const query = { query: `SELECT ${heldPlaces} FROM c WHERE c.id IN (${ids.names})`, parameters: ids.parameters };
  const parse = readable(parseHeldRole, reportUnreadable);
  return queryAll(container, tenantId, query, (row) => parse(toHeld(tenantId, row)));
}

const heldPlaces = "c.principalId AS p, c.principalKind AS k, c.homeTenantId AS h, c.role AS r, c.schemaVersion AS v";
const heldRowSchema = z.object({ p: z.unknown(), k: z.unknown(), h: z.unknown(), r: z.unknown(), v: z.unknown() });

function toHeld(tenantId: TenantId, row: unknown) {
  const { p: principalId, k: principalKind, h: homeTenantId, r: role, v: schemaVersion } = heldRowSchema.parse(row);
  const id = membershipDocumentId(String(principalId));
  return { id, kind: "membership", tenantId, principalId, principalKind, homeTenantId, role, schemaVersion };
}

export function listMembers(
  container: Container,
  tenantId: TenantId,
  reportUnreadable: ReportUnreadable,
): Promise<readonly Membership[]> {
  const query = "SELECT * FROM c WHERE c.kind = 'membership'";
  return queryAll(container, tenantId, { query }, readable(parseMembership, reportUnreadable));
}
