import type { InventoryObject } from "../../src/domain/inventory/inventory-object.ts";

const at = "2026-03-01T08:00:00.000Z";

/** A policy as it was first observed. */
export function anInventoryObject(given: Partial<InventoryObject> = {}): InventoryObject {
  return {
    type: "settingsCatalog",
    id: "policy-1",
    name: "Policy",
    platform: null,
    lastModified: null,
    state: "present",
    meta: {},
    configurationHash: "0".repeat(64),
    targets: null,
    edges: [],
    observedChangeAt: null,
    firstSeenAt: at,
    lastSeenAt: at,
    observedAt: at,
    ...given,
  };
}
