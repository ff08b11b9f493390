import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aGraph, authorization, numbered, otherTenantId, paths, type TestGraph, tenantId } from "./a-graph.ts";

let nowMs = Date.parse("2026-03-01T08:00:00Z");
let graph: TestGraph;

beforeEach(async () => {
  graph = await aGraph({ nowMs: () => nowMs });
});
afterEach(() => graph.close());

const first = "/v1.0/groups/delta?$select=displayName,description";

/** All pages of a round, and the link for the next one. */
async function round(from: string) {
  const items: object[] = [];
  for (let next = from, pages = 1; ; pages += 1) {
    const { body } = await graph.get(next);
    items.push(...body.value);
    const more = body["@odata.nextLink"];
    if (more === undefined) return { items, pages, link: String(body["@odata.deltaLink"]) };
    next = more;
  }
}

describe("the changes of groups", () => {
  it("a first round gives every group in pages, with what it has of what was selected", async () => {
    graph.control.putObjects(
      tenantId,
      paths.groups,
      numbered(250, (index) => ({ id: `g${index}`, displayName: `Group ${index}`, mailEnabled: false })),
    );
    const { items, pages, link } = await round(first);
    expect([items.length, pages]).toEqual([250, 3]);
    expect(items[0]).toEqual({ id: "g0", displayName: "Group 0" });
    expect(link).toContain("/v1.0/groups/delta?$deltatoken=");
  });

  it("a later round gives what was added, changed and removed since, and nothing else", async () => {
    graph.control.putObjects(
      tenantId,
      paths.groups,
      numbered(3, (index) => ({ id: `g${index}`, displayName: "Old" })),
    );
    const { link } = await round(first);
    expect((await round(link)).items).toEqual([]);
    graph.control.putObjects(tenantId, paths.groups, [{ id: "new", displayName: "New" }]);
    graph.control.patchObject(tenantId, paths.groups, "g1", { displayName: "Renamed" });
    graph.control.deleteObject(tenantId, paths.groups, "g2");
    const second = await round(link);
    expect(second.items).toEqual([
      { id: "new", displayName: "New", description: null },
      { id: "g1", displayName: "Renamed", description: null },
      { id: "g2", "@removed": { reason: "deleted" } },
    ]);
    expect((await round(second.link)).items).toEqual([]);
  });

  it("a group that goes away during a first round is told as removed, one that went before is not", async () => {
    graph.control.putObjects(
      tenantId,
      paths.groups,
      numbered(150, (index) => ({ id: `g${index}` })),
    );
    graph.control.deleteObject(tenantId, paths.groups, "g3");
    const { body } = await graph.get(first);
    graph.control.deleteObject(tenantId, paths.groups, "g0");
    const { items } = await round(String(body["@odata.nextLink"]));
    expect(items.filter((item) => "@removed" in item)).toEqual([{ id: "g0", "@removed": { reason: "deleted" } }]);
  });

  it("a link is refused after a week (400), and when the service has lost its place (410 with the way to begin)", async () => {
    const { link } = await round(first);
    nowMs += 8 * 24 * 3_600_000;
    expect(await graph.get(link)).toMatchObject({ status: 400, body: { error: { code: "syncStateNotFound" } } });
    const { link: fresh } = await round(first);
    graph.control.forgetChanges();
    const { status, headers } = await graph.get(fresh);
    expect([status, headers.get("location")]).toEqual([410, `${graph.endpoint}/v1.0/groups/delta?$deltatoken=`]);
    expect((await round(first)).items).toEqual([]);
  });

  it("is a tenant's own, and takes no option that Graph does not take", async () => {
    graph.control.putObjects(tenantId, paths.groups, [{ id: "mine" }]);
    const headers = { authorization: authorization.replace(tenantId, otherTenantId) };
    expect((await graph.get(first, headers)).body.value).toEqual([]);
    expect((await graph.get("/v1.0/groups/delta?$top=5")).status).toBe(400);
    expect((await graph.get("/v1.0/groups/delta?$deltatoken=nonsense")).status).toBe(400);
    expect((await graph.get("/v1.0/groups/delta()")).body.value).toEqual([{ id: "mine" }]);
    expect((await graph.get("/v1.0/groups/microsoft.graph.delta?$deltatoken=latest")).body.value).toEqual([]);
  });
});
