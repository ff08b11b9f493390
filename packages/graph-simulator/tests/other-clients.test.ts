import { describe, expect, it } from "vitest";
import { aGraph, groupTarget, paths, tenantId } from "./a-graph.ts";

async function withPolicies() {
  const graph = await aGraph();
  graph.control.putObjects(tenantId, paths.configurations, [
    {
      id: "one",
      "@odata.type": "#microsoft.graph.windows10GeneralConfiguration",
      displayName: "Kiosk",
      assignments: [{ target: groupTarget("g") }],
    },
    {
      id: "two",
      "@odata.type": "#microsoft.graph.iosGeneralDeviceConfiguration",
      displayName: "Phone",
      assignments: [],
    },
  ]);
  graph.control.putObjects(tenantId, paths.groups, [{ id: "g", displayName: "Everyone" }]);
  return graph;
}

const assigned = { id: "one", assignments: [{ target: { groupId: "g" } }] };

describe("what clients of other authors write", () => {
  it.each([
    ["a slash at the end", `${paths.configurations}/?$expand=assignments`],
    ["no $ before an option", `${paths.configurations}?expand=assignments`],
    ["a doubled question mark", `${paths.configurations}??$expand=assignments`],
    ["a second question mark", `${paths.configurations}?$filter=id eq 'one'?$expand=assignments`],
    ["two slashes at the start", `//beta${paths.configurations}?$expand=assignments`],
  ])("what clients of other authors write works: %s", async (_what, path) => {
    await using graph = await withPolicies();
    const url = path.startsWith("//") ? `${graph.endpoint}${path}` : path;
    const { status, body } = await graph.get(url);
    expect(status).toBe(200);
    expect(body.value[0]).toMatchObject(assigned);
  });

  it("what clients of other authors write works: a slash at the end of an item, and a key in parentheses", async () => {
    await using graph = await withPolicies();
    expect((await graph.get(`${paths.configurations}/one/`)).body["displayName"]).toBe("Kiosk");
    expect((await graph.get(`${paths.configurations}('one')`)).body["displayName"]).toBe("Kiosk");
  });

  it("what clients of other authors write works: whole numbers as ids in a batch, urls without a leading slash, and headers in every answer", async () => {
    await using graph = await withPolicies();
    const requests = [
      { id: 1, method: "GET", url: `${paths.configurations.slice(1)}/one` },
      { id: 2, method: "get", url: `${paths.configurations}/absent/`, dependsOn: [1] },
      { id: 3, method: "DELETE", url: `${paths.groups}/g` },
    ];
    const { body } = await graph.send("POST", "/$batch", { requests });
    const byId = new Map(body.responses.map((each) => [each.id, each]));
    expect([byId.get("1")?.status, byId.get("2")?.status, byId.get("3")?.status]).toEqual([200, 404, 204]);
    for (const { headers } of body.responses) expect(headers).toMatchObject({ "Cache-Control": "no-cache" });
  });

  it("what clients of other authors write works: the context of a child list names its owner", async () => {
    await using graph = await withPolicies();
    const { body } = await graph.get(`${paths.configurations}/one/assignments`);
    expect(body["@odata.context"]).toContain("deviceManagement/deviceConfigurations('one')/assignments");
  });

  it("follows the links of such a list to its end", async () => {
    await using graph = await withPolicies();
    const { body } = await graph.get(`${paths.configurations}/??$top=1&expand=assignments`);
    const second = await graph.get(body["@odata.nextLink"] ?? "");
    expect(second.body.value.map(({ id }) => id)).toEqual(["two"]);
    expect(second.body.value[0]).toHaveProperty("assignments");
  });
});

describe("$search", () => {
  it("finds by name, or by a property that is named", async () => {
    await using graph = await withPolicies();
    const found = async (search: string) => {
      const { body } = await graph.get(`${paths.configurations}?$search=${encodeURIComponent(search)}`);
      return body.value.map(({ id }) => id);
    };
    expect(await found('"kiosk"')).toEqual(["one"]);
    expect(await found('"displayName:PHO"')).toEqual(["two"]);
    expect(await found('"id:one"')).toEqual(["one"]);
    expect(await found('"nothing"')).toEqual([]);
  });

  it("$search of the directory needs its header, and a clause that is not understood is refused", async () => {
    await using graph = await withPolicies();
    const path = `${paths.groups}?$search=${encodeURIComponent('"displayName:every"')}`;
    expect((await graph.get(path)).status).toBe(400);
    expect((await graph.get(path, { ConsistencyLevel: "eventual" })).body.value).toMatchObject([{ id: "g" }]);
    expect((await graph.get(`${paths.configurations}?$search=kiosk`)).status).toBe(400);
  });
});
