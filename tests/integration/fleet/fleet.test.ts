import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fleetLimits } from "../../../config/limits.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { childIdOf } from "../../../src/domain/fleet/child-identity.ts";
import type { OperationQueue } from "../../../src/domain/operation-run/operation-queue.ts";
import type { StoresFor } from "../../../src/domain/store/tenant-stores.ts";
import { openTenantScope, type TenantId, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { operator } from "../../builders/a-run.ts";
import { aProduct, type Product } from "../a-product.ts";
import { addObjects, addTenants, aFleet, anAudit, oneAtWork, pauseTenant } from "./a-fleet.ts";

let product: Product;

beforeAll(async () => {
  product = await aProduct();
});
afterAll(() => product[Symbol.asyncDispose]());

const someTenants = (count: number) => addTenants(product, count);

/** Stores whose calls about one tenant, or about links, fail as told. */
function failing(fail: (what: "run" | "link.active", tenantId: string) => void): StoresFor {
  return (scope) => {
    const stores = product.storesFor(scope);
    return {
      ...stores,
      runs: {
        ...stores.runs,
        read: async (id) => {
          fail("run", scope.tenantId);
          return stores.runs.read(id);
        },
      },
      links: {
        ...stores.links,
        change: async (link, change) => {
          if (change.state === "active") fail("link.active", link.childTenantId);
          await stores.links.change(link, change);
        },
      },
    };
  };
}

describe("the start of a fleet run", () => {
  it("P6.9 two starts over the same tenants, in any order, are one run; over others they are two", async () => {
    const fleet = aFleet(product);
    const [a, b] = await someTenants(2);
    if (!a || !b) throw new Error("There are two.");
    const first = await fleet.callers.start([a, b], fleet.request);
    const again = await fleet.callers.start([b, a, b], fleet.request);
    const other = await fleet.callers.start([a], fleet.request);
    expect([first.reused, again.reused, again.run.id]).toEqual([false, true, first.run.id]);
    expect(other.run.id).not.toBe(first.run.id);
    expect(first.run).toMatchObject({ tenantId: "platform", type: "fleet.snapshot", input: { tenants: 2 } });
    expect(await fleet.links.selection(first.run.id)).toEqual([a, b].sort());
  });

  it("names all tenants that are not known, and makes nothing", async () => {
    const fleet = aFleet(product);
    const [known] = await someTenants(1);
    const strangers = [randomUUID(), randomUUID()].map((id) => tenantIdSchema.parse(id)).sort();
    const started = fleet.callers.start([...strangers, ...(known ? [known] : [])], fleet.request);
    await expect(started).rejects.toMatchObject({ code: "unknown_tenants", target: "tenants" });
    await expect(started).rejects.toThrow(`There are no such tenants: ${strangers.join(", ")}.`);
  });

  it("a fleet run over 10,000 tenants fits into what the services take in one piece", async () => {
    const tenants = Array.from({ length: 10_000 }, () => tenantIdSchema.parse(randomUUID()));
    const sent: unknown[] = [];
    const send: OperationQueue["send"] = async (...message) => {
      sent.push(message);
      return "sent";
    };
    const aggregation = { ...product.aggregation, tenantIds: async () => tenants };
    const fleet = aFleet({ ...product, aggregation, queue: { ...product.queue, send } });
    const run = await fleet.claim(await fleet.start(tenants));
    expect(await fleet.links.selection(run.id)).toEqual(tenants.toSorted());
    const bytesOf = async (id: string) => {
      const { resource } = await product.cosmos.tenantData.item(id, "platform").read();
      return JSON.stringify(resource).length;
    };
    // An item of Cosmos DB, and a transaction, may have 2 MB; a message 256 KB; what a workflow is started with, 45 KB.
    expect(await bytesOf(`selection-${run.id}`)).toBeGreaterThan(36 * tenants.length);
    expect(await bytesOf(`selection-${run.id}`)).toBeLessThan(400_000);
    expect(await bytesOf(run.id)).toBeLessThan(2_000);
    expect(JSON.stringify(sent).length).toBeLessThan(500);
    expect(JSON.stringify(fleet.workflows.inputs).length).toBeLessThan(500);
  });

  it("a fleet run without tenants is over all there are, and an empty one succeeds", async () => {
    await using empty = await aProduct();
    const fleet = aFleet(empty);
    const { run } = await fleet.callers.start(undefined, fleet.request);
    const claimed = await fleet.claim(run);
    await fleet.steps.planFleet(fleet.workOf(claimed));
    expect(await fleet.walk(claimed)).toEqual({ kind: "done" });
    expect(await fleet.end(claimed, "done")).toBe("succeeded");
    expect((await fleet.read(run)).counts).toMatchObject({ total: 0, processed: 0 });
  });

  it("the dispatcher checks no membership: the platform right was checked once (runs.md 10)", async () => {
    const fleet = aFleet(product);
    const run = await fleet.start(await someTenants(1));
    expect(await fleet.claim(run)).toMatchObject({ status: "running", initiator: { kind: "user" } });
  });
});

describe("the walk of a fleet run", () => {
  it("ends when all children have, with their sum, and tells initiator and audit once", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(3));
    await fleet.walk(run);
    const [first, second, third] = await fleet.linksIn(run, "active");
    if (!first || !second || !third) throw new Error("There are three.");
    await fleet.endChild(first);
    await fleet.endChild(second, {
      outcome: "failed",
      failures: [{ code: "graph_consent_missing", message: "No.", target: "", count: 1 }],
    });
    expect(await fleet.walk(run)).toMatchObject({ kind: "wait" });
    const seen = await fleet.callers.read(fleet.platform, run.id);
    expect(seen.run.progress["tenants"]).toMatchObject({ total: 3, processed: 2, succeeded: 1, failed: 1 });
    await fleet.endChild(third, { outcome: "partially_succeeded" });
    expect(await fleet.walk(run)).toEqual({ kind: "done" });
    expect(await fleet.end(run, "done")).toBe("partially_succeeded");
    expect(await fleet.end(run, "done")).toBe("ended");
    const ended = await fleet.read(run);
    expect(ended.counts).toEqual({ total: 3, processed: 3, succeeded: 2, failed: 1, skipped: 0, gaps: 1 });
    expect(ended.failures).toMatchObject([{ code: "graph_consent_missing", count: 1 }]);
  });

  it("does not end on a view that is behind: a link that is not seen to have ended is waited for", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(1));
    await expect(fleet.end(run, "done")).rejects.toMatchObject({ code: "conflict" });
    expect((await fleet.read(run)).status).toBe("running");
  });

  it("I2 a step that died between a child's creation and its link finds the child, also when it has ended", async () => {
    const tenants = await someTenants(1);
    let dies = true;
    const fleet = aFleet(product, {
      storesFor: failing((what) => {
        if (what === "link.active" && dies) throw new Fault("store_unavailable", "The worker died here.");
      }),
    });
    const run = await fleet.planned(tenants);
    await expect(fleet.walk(run)).rejects.toThrow("The worker died here.");
    expect(await fleet.linksIn(run, "waiting")).toHaveLength(1);
    const [tenantId] = tenants;
    if (!tenantId) throw new Error("There is one.");
    const orphan = { childTenantId: tenantId, childRunId: childIdOf(run.id, tenantId) };
    await fleet.endChild({ ...orphan, parentRunId: run.id, joined: false, objects: 0, state: "active", code: null });

    dies = false;
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "active")).toMatchObject([{ ...orphan, joined: false }]);
    const all = await product.storesFor(openTenantScope(tenantId, "run")).runs.list({}, { limit: 10, page: null });
    expect(all.items.map(({ id }) => id)).toEqual([orphan.childRunId]);
    expect(await fleet.walk(run)).toEqual({ kind: "done" });
  });

  it("joins a run that is active already, once, and counts it", async () => {
    const fleet = aFleet(product);
    const tenants = await someTenants(1);
    const [tenantId] = tenants;
    if (!tenantId) throw new Error("There is one.");
    const theirs = await fleet.startSnapshot(tenantId);
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    const [link] = await fleet.linksIn(run, "active");
    expect(link).toMatchObject({ childRunId: theirs.id, joined: true });
    const { joins } = await product.storesFor(openTenantScope(tenantId, "run")).runs.history(theirs.id);
    expect(joins).toMatchObject([{ id: run.id, name: "TenantPilot" }]);
  });

  it("does not join a run that is being cancelled: it waits until that has ended, and makes its own", async () => {
    const fleet = aFleet(product);
    const tenants = await someTenants(1);
    const [tenantId] = tenants;
    if (!tenantId) throw new Error("There is one.");
    const theirs = await fleet.startSnapshot(tenantId);
    const { runs } = product.storesFor(openTenantScope(tenantId, "run"));
    const expected = { attempt: 1, status: ["queued"] } as const;
    const dying = { status: "running", heartbeatAt: fleet.now(), cancelRequestedAt: fleet.now() } as const;
    await runs.note(theirs.id, { expected, change: dying });
    const run = await fleet.planned(tenants);
    for (let round = 0; round < 3; round += 1) expect(await fleet.walk(run)).toMatchObject({ kind: "wait" });
    expect(await fleet.linksIn(run, "held")).toMatchObject([{ childRunId: null, code: "cancelling" }]);
    const link = { childTenantId: tenantId, childRunId: theirs.id, parentRunId: run.id } as const;
    await fleet.endChild({ ...link, joined: true, objects: 0, state: "active", code: null }, { outcome: "cancelled" });
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "active")).toMatchObject([
      { childRunId: childIdOf(run.id, tenantId), joined: false, code: null },
    ]);
  });

  it("P5.1 the child belongs to its tenant: the system's, under the parent's id, and nobody is notified", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(1));
    await fleet.walk(run);
    const [link] = await fleet.linksIn(run, "active");
    if (!link) throw new Error("There is one.");
    const child = await fleet.childOf(link);
    expect(child).toMatchObject({
      type: "snapshot.take",
      tenantId: link.childTenantId,
      initiator: { kind: "system", id: run.id },
      correlationId: run.correlationId,
    });
    const told = product.cosmos.tenantData.items.query("SELECT * FROM c WHERE c.kind = 'notification'", {
      partitionKey: link.childTenantId,
    });
    expect((await told.fetchAll()).resources).toEqual([]);
  });

  it("what is wrong with one tenant holds up nobody, and is tried again before it is given up", async () => {
    const tenants = await someTenants(2);
    const [bad] = tenants;
    const fleet = aFleet(product, {
      storesFor: failing((what, tenantId) => {
        if (what === "run" && tenantId === bad) throw new Fault("store_unavailable", "The database did not answer.");
      }),
    });
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "held")).toMatchObject([{ childTenantId: bad, code: "store_unavailable" }]);
    const [good] = await fleet.linksIn(run, "active");
    if (!good) throw new Error("There is one.");
    await fleet.endChild(good);
    expect(await fleet.walk(run)).toMatchObject({ kind: "wait" });
    expect(await fleet.linksIn(run, "failed")).toMatchObject([{ childTenantId: bad, code: "store_unavailable" }]);
    expect(await fleet.walk(run)).toEqual({ kind: "done" });
    expect(await fleet.end(run, "done")).toBe("partially_succeeded");
  });

  it("a paused tenant is passed over, has its turn when it is resumed in time, and is skipped when not", async () => {
    const fleet = aFleet(product);
    const tenants = await someTenants(3);
    const [resumed, paused] = tenants;
    if (!resumed || !paused) throw new Error("There are some.");
    await pauseTenant(product, resumed, true);
    await pauseTenant(product, paused, true);
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "held")).toHaveLength(2);
    await pauseTenant(product, resumed, false);
    await fleet.walk(run);
    const active = await fleet.linksIn(run, "active");
    expect(active.map(({ childTenantId }) => childTenantId)).toContain(resumed);
    for (const link of active) await fleet.endChild(link);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "skipped")).toMatchObject([{ childTenantId: paused, code: "tenant_paused" }]);
    expect(await fleet.walk(run)).toEqual({ kind: "done" });
    expect(await fleet.end(run, "done")).toBe("partially_succeeded");
  });

  it("a tenant of which nothing may be read is skipped, and says why: it has no snapshot", async () => {
    const tenants = await someTenants(2);
    const withheld = new Set(tenants.slice(0, 1));
    const fleet = aFleet(product, { withheld });
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "held")).toMatchObject([{ childTenantId: tenants[0], code: "types_withheld" }]);
    for (const link of await fleet.linksIn(run, "active")) await fleet.endChild(link);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "skipped")).toMatchObject([{ childTenantId: tenants[0], code: "types_withheld" }]);
    expect(await fleet.walk(run)).toEqual({ kind: "done" });
    expect(await fleet.end(run, "done")).toBe("partially_succeeded");
    expect((await fleet.read(run)).counts).toMatchObject({ total: 2, succeeded: 1, skipped: 1, gaps: 1 });
  });

  it("I2 a child that was made before everything was switched off is the fleet's all the same", async () => {
    const tenants = await someTenants(1);
    const withheld = new Set<TenantId>();
    let dies = true;
    const storesFor = failing((what) => {
      if (what === "link.active" && dies) throw new Fault("store_unavailable", "The worker died here.");
    });
    const fleet = aFleet(product, { storesFor, withheld });
    const run = await fleet.planned(tenants);
    await expect(fleet.walk(run)).rejects.toThrow("The worker died here.");
    dies = false;
    for (const tenantId of tenants) withheld.add(tenantId);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "active")).toMatchObject([{ childTenantId: tenants[0], joined: false }]);
  });

  it("a message that the queue does not take is told on the parent, and the child stays queued for the reconciler", async () => {
    const send = async () => {
      throw new Fault("dispatch_failed", "The queue did not answer.");
    };
    const fleet = aFleet(product, { queue: { ...product.queue, send } });
    const run = await fleet.planned(await someTenants(1));
    await fleet.walk(run);
    const [link] = await fleet.linksIn(run, "active");
    if (!link) throw new Error("There is one.");
    expect(await fleet.childOf(link)).toMatchObject({ status: "queued", dispatchedAt: null });
    expect((await fleet.read(run)).trouble).toMatchObject({ code: "dispatch_failed" });
  });
});

describe("a platform that is paused", () => {
  it("starts no children, sends heartbeats, says so, and goes on when it is resumed", async () => {
    await using own = await aProduct();
    const fleet = aFleet(own);
    const tenantId = tenantIdSchema.parse(randomUUID());
    await own.addTenant(tenantId);
    const run = await fleet.planned([tenantId]);
    const { tenant } = own.storesFor(fleet.platform);
    const entry = { ...anAudit(product, "graph.paused"), tenantId: fleet.platform.tenantId };
    await tenant.setGraphPaused(true, entry);
    fleet.clock.passed(30_000);
    expect(await fleet.walk(run)).toMatchObject({ kind: "wait" });
    expect(await fleet.linksIn(run, "active")).toEqual([]);
    const waiting = await fleet.read(run);
    expect(waiting.heartbeatAt).toBe(fleet.now());
    expect(waiting.progress["tenants"]?.waiting).toMatchObject({ reason: "paused" });
    await tenant.setGraphPaused(false, { ...entry, id: `audit-${own.newId()}`, action: "graph.resumed" });
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "active")).toHaveLength(1);
    expect((await fleet.read(run)).progress["tenants"]?.waiting).toBeNull();
  });
});

describe("cancel of a fleet run", () => {
  it("starts nothing more, cancels children of its own, and not those that others wait for", async () => {
    const fleet = aFleet(product, { limits: { startsPerRound: 3 } });
    const tenants = await someTenants(4);
    for (const [size, tenantId] of tenants.entries()) await addObjects(product, tenantId, 4 - size);
    const [joined, shared, own] = tenants;
    if (!joined || !shared || !own) throw new Error("There are some.");
    const theirs = await fleet.startSnapshot(joined);
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    expect((await fleet.startSnapshot(shared)).initiator.kind).toBe("system");

    await fleet.callers.cancel(fleet.platform, run.id, operator);
    expect(await fleet.walk(run)).toEqual({ kind: "cancelled" });
    expect(await fleet.end(run, "cancelled")).toBe("cancelled");

    const outcomeIn = async (tenantId: TenantId) => {
      const { items } = await product
        .storesFor(openTenantScope(tenantId, "run"))
        .runs.list({}, { limit: 2, page: null });
      return items.map(({ outcome }) => outcome);
    };
    expect(await outcomeIn(joined)).toEqual(["pending"]);
    expect(await outcomeIn(shared)).toEqual(["pending"]);
    expect(await outcomeIn(own)).toEqual(["cancelled"]);
    expect(await outcomeIn(tenants[3] ?? own)).toEqual([]);
    expect((await fleet.read(run)).counts).toMatchObject({ total: 4, processed: 1, failed: 1 });
    expect(await fleet.linksIn(run, "cancelled")).toMatchObject([{ childTenantId: own, code: "child_cancelled" }]);
    expect(theirs.tenantId).toBe(joined);
  });

  it("waits for a child that works until it has acknowledged, and no longer than some seconds", async () => {
    const fleet = aFleet(product);
    const { run, link } = await oneAtWork(product, fleet);
    await fleet.callers.cancel(fleet.platform, run.id, operator);
    expect(await fleet.walk(run)).toMatchObject({ kind: "wait" });
    expect((await fleet.childOf(link)).cancelRequestedAt).not.toBeNull();
    fleet.clock.passed(fleetLimits.cancelWaitMs + 1);
    expect(await fleet.walk(run)).toEqual({ kind: "cancelled" });
  });

  it("is told to all other children, and comes to its end, when one of them cannot be told", async () => {
    const tenants = await someTenants(2);
    for (const [size, tenantId] of tenants.entries()) await addObjects(product, tenantId, 2 - size);
    let isAway = false;
    const fleet = aFleet(product, {
      storesFor: failing((what, tenantId) => {
        if (isAway && what === "run" && tenantId === tenants[0]) throw new Fault("store_unavailable", "It is away.");
      }),
    });
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    const [deaf, other] = await fleet.linksIn(run, "active");
    if (!deaf || !other) throw new Error("There are two.");
    isAway = true;
    await fleet.callers.cancel(fleet.platform, run.id, operator);
    expect(await fleet.walk(run)).toMatchObject({ kind: "wait" });
    expect(await fleet.childOf(other)).toMatchObject({ outcome: "cancelled" });
    fleet.clock.passed(fleetLimits.cancelWaitMs + 1);
    expect(await fleet.walk(run)).toEqual({ kind: "cancelled" });
    expect(await fleet.end(run, "cancelled")).toBe("cancelled");
    expect((await fleet.read(run)).trouble).toMatchObject({ code: "store_unavailable" });
  });

  it("the cancel of a fleet run that waits for its next attempt ends it with what was done, and its children too", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(2));
    await fleet.walk(run);
    const [done, open] = await fleet.linksIn(run, "active");
    if (!done || !open) throw new Error("There are two.");
    await fleet.endChild(done);
    await fleet.walk(run);
    fleet.clock.passed(300_000);
    expect(await fleet.reconcile()).toContain("replace_attempt");
    const cancelled = await fleet.callers.cancel(fleet.platform, run.id, operator);
    expect(cancelled).toMatchObject({ status: "completed", outcome: "cancelled", counts: { total: 2, processed: 1 } });
    expect(await fleet.childOf(open)).toMatchObject({ outcome: "cancelled" });
  });
});

describe("a fleet run whose worker died", () => {
  it("I6 is taken up by its next attempt without a second child, and the old attempt does nothing more", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(2));
    await fleet.walk(run);
    const before = await fleet.linksIn(run, "active");
    fleet.clock.passed(300_000);
    expect(await fleet.reconcile()).toContain("replace_attempt");
    const second = await fleet.claim(await fleet.read(run));
    expect(second).toMatchObject({ status: "running", attempt: 2 });
    expect(await fleet.walk(run)).toEqual({ kind: "ended" });
    expect(await fleet.steps.planFleet(fleet.workOf(second))).toEqual({ kind: "planned" });
    await fleet.walk(second);
    expect(await fleet.linksIn(run, "active")).toEqual(before);
    for (const link of before) await fleet.endChild(link);
    expect(await fleet.walk(second)).toEqual({ kind: "done" });
    expect(await fleet.end(second, "done")).toBe("succeeded");
  });

  it("a fleet run past its deadline is closed with what had ended by then, though its worker died", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(2));
    await fleet.walk(run);
    const [done] = await fleet.linksIn(run, "active");
    if (!done) throw new Error("There is one.");
    await fleet.endChild(done);
    await fleet.walk(run);
    fleet.clock.passed(25 * 3_600_000);
    expect(await fleet.reconcile()).toContain("close_timed_out");
    expect(await fleet.read(run)).toMatchObject({
      outcome: "failed",
      counts: { total: 2, processed: 1, succeeded: 1 },
      failures: [{ code: "timed_out" }],
    });
    const { items } = await fleet.callers.children(fleet.platform, run.id, undefined, { limit: 10, page: null });
    expect(items.map(({ link }) => link.state)).toEqual(["active", "succeeded"]);
  });
});

describe("retry of a fleet run", () => {
  it("a retry of what failed takes every tenant without a complete snapshot; one of all takes them all", async () => {
    const fleet = aFleet(product);
    const tenants = await someTenants(3);
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    const [good, partial, failed] = await fleet.linksIn(run, "active");
    if (!good || !partial || !failed) throw new Error("There are three.");
    await fleet.endChild(good);
    await fleet.endChild(partial, { outcome: "partially_succeeded" });
    await fleet.endChild(failed, { outcome: "failed" });
    await fleet.walk(run);
    const retry = async (parts: "all" | "failed") => fleet.callers.retry(await fleet.read(run), parts, fleet.request);
    await expect(retry("failed")).rejects.toMatchObject({ code: "not_completed" });
    await fleet.end(run, "done");
    const again = await retry("failed");
    expect(again.run).toMatchObject({ retryOf: run.id, input: { tenants: 2 } });
    const wanted = [partial, failed].map(({ childTenantId }) => childTenantId).sort();
    expect(await fleet.links.selection(again.run.id)).toEqual(wanted);
    const all = await retry("all");
    expect(await fleet.links.selection(all.run.id)).toEqual(tenants.toSorted());
  });
});

describe("links", () => {
  it("links are made once each, however often and by how many they are planned", async () => {
    const fleet = aFleet(product);
    const run = await fleet.claim(await fleet.start(await someTenants(250)));
    const plans = [1, 2].map(() => fleet.steps.planFleet(fleet.workOf(run)).catch((error: unknown) => error));
    await Promise.all(plans);
    await fleet.steps.planFleet(fleet.workOf(run));
    expect(await fleet.links.tally(run.id)).toMatchObject({ waiting: 250, active: 0 });
  });

  it("links that have ended say how by themselves: whoever looks at a fleet reads the children that work, and no others", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(3));
    await fleet.walk(run);
    for (const link of (await fleet.linksIn(run, "active")).slice(0, 2)) await fleet.endChild(link);
    await fleet.walk(run);
    product.server.control.resetCharges();
    const { items } = await fleet.callers.children(fleet.platform, run.id, undefined, { limit: 10, page: null });
    expect(items.map(({ link }) => link.state)).toEqual(["active", "succeeded", "succeeded"]);
    // The fleet itself, and one child.
    expect(product.server.control.charges().byOperation.read?.requests).toBe(2);
  });

  it("links change only from the state they were read in, and are listed in pages without a repeat", async () => {
    const fleet = aFleet(product);
    const run = await fleet.planned(await someTenants(7));
    const [link] = await fleet.linksIn(run, "waiting");
    if (!link) throw new Error("There is one.");
    await fleet.links.change(link, { state: "failed", code: "unexpected" });
    await fleet.links.change(link, { state: "active" });
    expect(await fleet.links.tally(run.id)).toMatchObject({ waiting: 6, failed: 1, active: 0 });
    expect(await fleet.links.reasons(run.id)).toEqual(new Map([["unexpected", 1]]));
    const seen: string[] = [];
    for (let page: string | null = null, more = true; more; ) {
      const found = await fleet.links.list(run.id, undefined, { limit: 3, page });
      seen.push(...found.items.map(({ childTenantId }) => childTenantId));
      page = found.nextPage;
      more = page !== null;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});
