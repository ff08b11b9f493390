import { describe, expect, it } from "vitest";
import { aGraph, groupTarget, numbered, paths, tenantId } from "./a-graph.ts";

const key = { "x-control-key": "a-key" };
const objectsUrl = `/_control/tenants/${tenantId}/objects`;

describe("the control", () => {
  it("puts objects with children and gives them back whole", async () => {
    await using graph = await aGraph();
    const policy = { id: "one", settings: [{ a: 1 }], assignments: [{ target: groupTarget("g") }] };
    graph.control.putObjects(tenantId, paths.catalog, [policy]);
    expect(graph.control.objects(tenantId, paths.catalog)).toEqual([
      {
        id: "one",
        settingCount: 1,
        settings: [{ id: "0", a: 1 }],
        assignments: [{ id: "one_g", ...policy.assignments[0] }],
      },
    ]);
  });

  it("refuses a tenant or a collection that it does not know", async () => {
    await using graph = await aGraph();
    expect(() => graph.control.putObjects("nobody", paths.groups, [])).toThrow("put the tenant first");
    expect(() => graph.control.objects(tenantId, "/nothing")).toThrow("Graph serves no collection /nothing");
    expect(() => graph.control.patchObject(tenantId, paths.groups, "none", {})).toThrow("has no /groups/none");
  });

  it("changes objects as an administrator would", async () => {
    await using graph = await aGraph({ nowMs: () => Date.parse("2026-01-01") });
    graph.control.putObjects(tenantId, paths.configurations, [{ id: "one", version: 1, displayName: "Old" }]);
    graph.control.patchObject(tenantId, paths.configurations, "one", { displayName: "New" });
    const modified = { lastModifiedDateTime: "2026-01-01T00:00:00.000Z" };
    const [patched] = graph.control.objects(tenantId, paths.configurations);
    expect(patched).toMatchObject({ id: "one", version: 2, displayName: "New", ...modified });
    graph.control.replaceObject(tenantId, paths.configurations, "one", { displayName: "Other" });
    expect(graph.control.objects(tenantId, paths.configurations)).toMatchObject([
      { id: "one", displayName: "Other", version: 3 },
    ]);
    graph.control.deleteObject(tenantId, paths.configurations, "one");
    expect(graph.control.objects(tenantId, paths.configurations)).toEqual([]);
  });

  it("lets a patch state a wrong count of settings", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.catalog, [{ id: "one", settings: numbered(2, () => ({})) }]);
    graph.control.patchObject(tenantId, paths.catalog, "one", { settingCount: 3 });
    expect((await graph.get(`${paths.catalog}/one?$expand=settings`)).body).toMatchObject({ settingCount: 3 });
  });

  it("counts requests, those inside batches, and answers by path", async () => {
    await using graph = await aGraph();
    const requests = [1, 2].map((id) => ({ id: String(id), method: "GET", url: "/groups/a-1" }));
    await graph.send("POST", "/$batch", { requests });
    await graph.get(paths.groups);
    expect(graph.control.counters()).toMatchObject({
      requests: 2,
      subRequests: 2,
      bytes: expect.any(Number),
      byStatus: { 200: 2, 404: 2 },
      byPath: { "GET /beta/groups": 1, "GET /beta/groups/{id}": 2, "POST /beta/$batch": 1 },
    });
    graph.control.resetCounters();
    expect(graph.control.counters()).toEqual({
      requests: 0,
      subRequests: 0,
      bytes: 0,
      byStatus: {},
      byOperation: {},
      byPath: {},
    });
  });
});

describe("the control over HTTP", () => {
  it("lists, changes and deletes objects for whoever has the key", async () => {
    await using graph = await aGraph({ controlKey: "a-key" });
    graph.control.putObjects(tenantId, paths.groups, [{ id: "one", displayName: "Old" }]);
    const query = `?collection=${encodeURIComponent(paths.groups)}`;
    const one = `${objectsUrl}/one${query}`;
    expect((await graph.send("PATCH", one, { displayName: "New" }, key)).body).toMatchObject({ displayName: "New" });
    expect((await graph.get(`${objectsUrl}${query}`, key)).body.value).toEqual([{ id: "one", displayName: "New" }]);
    expect((await graph.send("DELETE", one, undefined, key)).status).toBe(204);
    expect((await graph.send("DELETE", one, undefined, key)).status).toBe(404);
    expect((await graph.get(`${objectsUrl}?collection=/nothing`, key)).status).toBe(400);
  });

  it("makes a tenant and fills it", async () => {
    await using graph = await aGraph({ controlKey: "a-key" });
    const id = "33333333-2222-4333-8444-555555555555";
    expect((await graph.send("PUT", `/_control/tenants/${id}`, { name: "Three" }, key)).status).toBe(204);
    await graph.send("PUT", `/_control/tenants/${id}/objects?collection=/groups`, [{ id: "one" }], key);
    const { body } = await graph.get(paths.groups, { authorization: `Bearer tenant:${id}` });
    expect(body.value).toEqual([{ id: "one" }]);
  });

  it("tells and resets the counters, and is not counted itself", async () => {
    await using graph = await aGraph({ controlKey: "a-key" });
    await graph.get(paths.groups);
    expect((await graph.get("/_control/counters", key)).body).toMatchObject({ requests: 1 });
    await graph.send("DELETE", "/_control/counters", undefined, key);
    expect((await graph.get("/_control/counters", key)).body).toMatchObject({ requests: 0 });
  });

  it("is closed without the key, and when the server has none", async () => {
    await using guarded = await aGraph({ controlKey: "a-key" });
    expect((await guarded.get("/_control/counters")).status).toBe(401);
    await using closed = await aGraph();
    expect((await closed.get("/_control/counters", key)).status).toBe(401);
  });
});
