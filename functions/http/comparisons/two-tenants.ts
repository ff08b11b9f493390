import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { Fault, toFault } from "../../../src/domain/error/fault.ts";
import type { Caller } from "../../../src/domain/tenant/caller.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { readSnapshot, snapshotIdPattern } from "../snapshots/snapshot-params.ts";
import { inventorySide, type NamedSide, sideOf } from "../snapshots/two-sides.ts";

const tenant = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** What is compared: a snapshot on the left; on the right a snapshot or the inventory, mostly of another tenant. */
export const tenantsQuery = {
  left: z.string().regex(new RegExp(`^${tenant}/${snapshotIdPattern}$`)),
  right: z.string().regex(new RegExp(`^${tenant}/(?:${snapshotIdPattern}|inventory)$`)),
};

type Asked = { readonly left: string; readonly right: string };

/**
 * Both sides, each with the scope of its own tenant, and how their objects meet. Fault `not_found`, one and the same, where
 * the caller may not read the snapshots of a tenant, or a snapshot is not there: nobody learns which (P5.2).
 */
export async function tenantSides(app: HttpApp, caller: Caller, { left, right }: Asked) {
  const scopes = await openScopes(app, caller, [tenantOf(left), tenantOf(right)]);
  const [before, after] = await allOrNothing([sideIn(app, scopes[0], left), sideIn(app, scopes[1], right)]);
  const sides = {
    left: { side: before.side, tenantId: before.view.tenantId },
    right: { side: after.side, tenantId: after.view.tenantId },
  };
  const isOneTenant = sides.left.tenantId === sides.right.tenantId;
  const matching = isOneTenant ? app.matchById : app.matchByName(sides);
  return { named: { left: before, right: after }, sides: { left: before.side, right: after.side, matching } };
}

function tenantOf(side: string): string {
  return side.slice(0, side.indexOf("/"));
}

/** Both tenants are asked, whatever the first says: the same reads for whoever is a member of neither, one or both. */
function openScopes(
  app: HttpApp,
  caller: Caller,
  tenants: readonly [string, string],
): Promise<[TenantScope, TenantScope]> {
  const open = async (tenantId: string) => {
    try {
      return (await app.authorise(caller, tenantId, { right: "snapshot.read" })).scope;
    } catch (error) {
      app.noteRefusal(caller, error, tenantId);
      throw error;
    }
  };
  return allOrNothing([open(tenants[0]), open(tenants[1])]);
}

async function sideIn(app: HttpApp, scope: TenantScope, side: string): Promise<NamedSide> {
  const named = side.slice(side.indexOf("/") + 1);
  // Between tenants any complete listing is evidence, whenever it was.
  if (named === "inventory") return inventorySide(app, scope, "");
  return sideOf(app, scope, await readSnapshot(app, scope, named));
}

const hidden = new Set(["not_found", "missing_right"]);

async function allOrNothing<T>([one, other]: [Promise<T>, Promise<T>]): Promise<[T, T]> {
  const [left, right] = await Promise.allSettled([one, other]);
  if (left.status === "fulfilled" && right.status === "fulfilled") return [left.value, right.value];
  const reasons = [left, right].flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  const failure: unknown = reasons.find((each) => !hidden.has(toFault(each).code));
  throw failure ?? new Fault("not_found", "There is no such snapshot, or you may not read it in one of the tenants.");
}
