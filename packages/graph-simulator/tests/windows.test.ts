import { beforeEach, describe, expect, it } from "vitest";
import type { ServiceGroup } from "../src/collection.ts";
import { makeWindows, type Windows } from "../src/faults/windows.ts";

let now: number;
let windows: Windows;

beforeEach(() => {
  now = 0;
  windows = makeWindows(() => now);
  windows.set("documented");
});

type Call = { readonly tenantId?: string; readonly serviceGroup?: ServiceGroup; readonly isWrite?: boolean };

/** How many of `times` requests are answered. */
function answered(clientId: string, times: number, call: Call = {}): number {
  let count = 0;
  for (let index = 0; index < times; index += 1) {
    try {
      windows.check({ tenantId: "t1", serviceGroup: "deviceConfigurationV2", isWrite: false, ...call, clientId });
      count += 1;
    } catch {
      // Refused.
    }
  }
  return count;
}

describe("the published limits of Graph", () => {
  it("the published limits of Graph apply to each application of a tenant, and to all of them together", () => {
    expect(answered("a", 1_100)).toBe(1_000);
    now = 20_001;
    expect([answered("a", 1_000), answered("b", 1_000), answered("c", 1)]).toEqual([1_000, 1_000, 0]);
  });

  it("the published limits of Graph count writes apart, 100 for an application and 200 for a tenant", () => {
    const write = { isWrite: true };
    expect([answered("a", 101, write), answered("b", 99, write)]).toEqual([100, 99]);
    // The refused one counts too, so the tenant has none left.
    expect(answered("c", 1, write)).toBe(0);
    expect(answered("c", 1)).toBe(1);
  });

  it("the published limits of Graph apply to each service group and each tenant on its own", () => {
    expect(answered("a", 1_001)).toBe(1_000);
    expect(answered("a", 1, { serviceGroup: "applications" })).toBe(1);
    expect(answered("a", 1, { tenantId: "t2" })).toBe(1);
  });

  it("the published limit of conditional access is one request a second for all applications", () => {
    const access = { serviceGroup: "conditionalAccess" } as const;
    expect([answered("a", 1, access), answered("b", 1, access)]).toEqual([1, 0]);
  });
});
