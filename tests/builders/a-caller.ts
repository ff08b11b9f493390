import { randomUUID } from "node:crypto";
import type { Caller } from "../../src/domain/tenant/caller.ts";

export const aHomeTenantId = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";

/** Somebody whose token names no group and no role. */
export function aCaller(given: Partial<Caller> = {}): Caller {
  return {
    kind: "user",
    id: randomUUID(),
    name: "Mara",
    homeTenantId: aHomeTenantId,
    groups: [],
    groupsUnknown: false,
    platformRoles: [],
    ...given,
  };
}
