import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { fleetLimits } from "../../../config/limits.ts";
import { limitsOf } from "../../../src/adapters/graph/graph-limits.ts";
import { childIdOf } from "../../../src/domain/fleet/child-identity.ts";
import { settleLink } from "../../../src/domain/fleet/settle-link.ts";
import { operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import { parentOf } from "../../../src/domain/operation-run/parent-of.ts";
import { mapAtOnce } from "../../../src/domain/work/map-at-once.ts";
import { aRun, otherTenantId, runId, tenantId } from "../../builders/a-run.ts";

const failure = { code: "graph_consent_missing", message: "No consent.", target: "", count: 1 } as const;

describe("the child of a fleet run", () => {
  it("has one id for ever, another in each tenant and fleet, in the form of a run's id", () => {
    const id = childIdOf(runId, tenantId);
    expect(operationRunSchema.shape.id.parse(id)).toBe(childIdOf(runId, tenantId));
    expect(new Set([id, childIdOf(runId, otherTenantId), childIdOf(`${runId}x`, tenantId)]).size).toBe(3);
  });

  it("names its parent; a run of a person or a schedule has none", () => {
    expect(parentOf({ initiator: { kind: "system", id: runId, name: "TenantPilot" } })).toBe(runId);
    expect(parentOf(aRun())).toBeNull();
    expect(parentOf({ initiator: { kind: "schedule", id: "schedule-1", name: "" } })).toBeNull();
  });

  it("settles its link when it has ended, never before, with the first reason", () => {
    expect(settleLink(undefined)).toBeUndefined();
    expect(settleLink(aRun({ status: "running", failures: [failure] }))).toBeUndefined();
    const ended = (outcome: "succeeded" | "failed" | "cancelled" | "partially_succeeded", failures = [failure]) =>
      settleLink(aRun({ status: "completed", outcome, failures }));
    expect(ended("succeeded", [])).toEqual({ state: "succeeded", code: null });
    expect(ended("failed")).toEqual({ state: "failed", code: "graph_consent_missing" });
    expect(ended("partially_succeeded")).toEqual({ state: "partially_succeeded", code: "graph_consent_missing" });
    expect(ended("cancelled", [])).toEqual({ state: "cancelled", code: "child_cancelled" });
  });
});

// graph.md 2.1: 130,000 requests per 10 s per application over all tenants.
const graphPerSecond = 13_000;

describe("the limits of a fleet", () => {
  it("P6.14: the limits of a fleet keep the sum of all children under what Graph allows one application, with room for others", () => {
    const groups = [...new Set(contracts.map(({ serviceGroup }) => serviceGroup))];
    const perChild = groups
      .map(limitsOf)
      .reduce((sum, { perWindow, windowMs }) => sum + perWindow / (windowMs / 1_000), 0);
    expect(perChild).toBeGreaterThan(100);
    expect(fleetLimits.atOnce * perChild).toBeLessThan(0.9 * graphPerSecond);
  });
});

describe("work for many, so many at once", () => {
  it("does all of it, never more at once than allowed, and answers in order", async () => {
    let [now, most] = [0, 0];
    const results = await mapAtOnce([...Array(20).keys()], 3, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return item * 2;
    });
    expect(results).toEqual([...Array(20).keys()].map((item) => item * 2));
    expect(most).toBe(3);
  });

  it("rejects with the first failure, and does nothing for nobody", async () => {
    await expect(mapAtOnce([1, 2], 2, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await mapAtOnce([], 4, async () => 1)).toEqual([]);
  });
});
