import { randomUUID } from "node:crypto";
import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { groupFeed } from "../../../config/graph-contracts/feeds.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import type { DirectoryRepository } from "../../../src/domain/directory/repository.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { openSync } from "../../../src/use-cases/directory/sync-directory.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
let graph: TestGraph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph.close());

const idOf = (index: number): string => `11111111-0000-4000-8000-${String(index).padStart(12, "0")}`;
const aGroup = (index: number, name = `Group ${index}`) => ({
  id: idOf(index),
  displayName: name,
  securityEnabled: true,
  mailEnabled: false,
  groupTypes: [],
});
const everyPage = { limit: 1_000, page: null };

let directory: DirectoryRepository;
beforeEach(() => {
  graph.control.putTenant({ id: its.scope.tenantId, name: "Customer" });
  graph.control.setFaults([]);
  directory = its.product.storesFor(its.scope).directory;
});

function putGroups(...groups: object[]): void {
  graph.control.putObjects(its.scope.tenantId, "/groups", groups);
}

/** One run of the step; `wrap` spoils the store. */
async function sync(wrap: Partial<DirectoryRepository> = {}, signal = new AbortController().signal) {
  const gateway = makeGraphGateway({
    baseUrl: graph.endpoint,
    scope: "any",
    clock: its.clock,
    credentialFor: (tenantId) => ({ getToken: async () => ({ token: `tenant:${tenantId}` }) }),
    telemetry: noTelemetry,
  });
  const client = gateway.forTenant(its.scope, { correlationId: "0".repeat(32) });
  let written = 0;
  const counting: DirectoryRepository = {
    ...directory,
    write: async (groups) => {
      await directory.write(groups);
      written += groups.length;
    },
    ...wrap,
  };
  const step = openSync({ directory: counting, graph: client, feed: groupFeed, clock: its.clock });
  const { result } = await step.perform(signal);
  return { written, requests: result?.graphRequests, progress: step.progress() };
}

async function names(text?: string): Promise<string[]> {
  const { items } = await directory.list(text === undefined ? {} : { text }, everyPage);
  return items.map(({ name }) => name);
}

describe("the directory cache", () => {
  it("holds every group of the tenant, and only what changed is read and written again", async () => {
    putGroups(...Array.from({ length: 250 }, (_, index) => aGroup(index)));
    expect(await sync()).toMatchObject({ written: 250, requests: 3, progress: { total: 250, succeeded: 250 } });
    expect(await sync()).toMatchObject({ written: 0, requests: 1, progress: { total: 0 } });
    graph.control.patchObject(its.scope.tenantId, "/groups", idOf(7), { displayName: "Renamed" });
    putGroups(aGroup(8), aGroup(900, "Added"));
    expect(await sync()).toMatchObject({ written: 2, requests: 1, progress: { total: 3 } });
    expect(await names("re")).toEqual(["Renamed"]);
    expect(await names("ADD")).toEqual(["Added"]);
    expect(await names()).toHaveLength(251);
  });

  it("a group is deleted when Graph says so, keeps its name for what names it, and comes back as it was", async () => {
    putGroups(aGroup(1, "Stays"), aGroup(2, "Goes"));
    await sync();
    graph.control.deleteObject(its.scope.tenantId, "/groups", idOf(2));
    expect(await sync()).toMatchObject({ written: 1 });
    expect(await names()).toEqual(["Stays"]);
    const { group } = (await directory.groupsOf([idOf(2)])).get(idOf(2)) ?? {};
    expect(group).toMatchObject({ name: "Goes", deletedAt: expect.any(String) });
    putGroups(aGroup(2, "Goes"));
    await sync();
    expect(await names()).toEqual(["Goes", "Stays"]);
  });

  it.each([
    ["refused", async () => graph.control.forgetChanges()],
    [
      "of another host",
      async () =>
        directory.keepState({ link: "https://other.example/v1.0/groups/delta?x", asOf: "2026-01-01T00:00:00.000Z" }),
    ],
  ])(
    "a link that is %s means a full read, which finds what is gone and writes nothing that is as it was",
    async (_, spoil) => {
      putGroups(aGroup(1), aGroup(2), aGroup(3));
      await sync();
      graph.control.deleteObject(its.scope.tenantId, "/groups", idOf(3));
      await spoil();
      expect(await sync()).toMatchObject({ written: 1 });
      expect(await names()).toEqual(["Group 1", "Group 2"]);
      expect(await sync()).toMatchObject({ written: 0, requests: 1 });
    },
  );

  it("nothing is deleted by a reading that does not come to its end", async () => {
    putGroups(...Array.from({ length: 150 }, (_, index) => aGroup(index)));
    await sync();
    graph.control.forgetChanges();
    graph.control.setFaults([{ match: "skiptoken", kind: "status", status: 400 }]);
    await expect(sync()).rejects.toMatchObject({ code: "graph_refused" });
    expect(await names()).toHaveLength(150);
    graph.control.setFaults([]);
    expect(await sync()).toMatchObject({ written: 0 });
  });

  it("what dies between two pages begins again where the last whole reading ended, and writes the rest", async () => {
    putGroups(...Array.from({ length: 250 }, (_, index) => aGroup(index)));
    let pages = 0;
    const dying = async (groups: Parameters<DirectoryRepository["write"]>[0]) => {
      pages += 1;
      if (pages === 2) throw new Error("The process is gone.");
      await directory.write(groups);
    };
    await expect(sync({ write: dying })).rejects.toThrow("gone");
    expect(await directory.state()).toBeUndefined();
    expect(await sync()).toMatchObject({ written: 150 });
    expect(await names()).toHaveLength(250);
  });

  it("a cancel stops it between two pages, and nothing counts as read", async () => {
    putGroups(...Array.from({ length: 250 }, (_, index) => aGroup(index)));
    const cancel = new AbortController();
    const write = async (groups: Parameters<DirectoryRepository["write"]>[0]) => {
      await directory.write(groups);
      cancel.abort(new Error("Cancelled."));
    };
    await expect(sync({ write }, cancel.signal)).rejects.toThrow("Cancelled.");
    expect(await directory.state()).toBeUndefined();
    expect(await names()).toHaveLength(100);
  });

  it("a worker that was overtaken writes over nothing", async () => {
    putGroups(aGroup(1, "Old"));
    await sync();
    const stored = (await directory.groupsOf([idOf(1)])).get(idOf(1));
    if (!stored) throw new Error("The group is stored.");
    graph.control.patchObject(its.scope.tenantId, "/groups", idOf(1), { displayName: "New" });
    await sync();
    const late = { group: { ...stored.group, name: "Late" }, version: stored.version };
    await expect(directory.write([late])).rejects.toMatchObject({ code: "conflict" });
    expect(await names()).toEqual(["New"]);
  });

  it("P5.1 groups of one tenant are those of no other", async () => {
    putGroups(aGroup(1, "Mine"));
    await sync();
    const other = openTenantScope(tenantIdSchema.parse(randomUUID()), "aggregated");
    expect((await its.product.storesFor(other).directory.list({}, everyPage)).items).toEqual([]);
  });
});
