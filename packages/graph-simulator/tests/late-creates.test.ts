import { describe, expect, it } from "vitest";
import { aGraph, paths, type TestGraph } from "./a-graph.ts";

let now = Date.parse("2026-01-01T00:00:00Z");
const nowMs = () => now;

async function aNewGroup(graph: TestGraph): Promise<string> {
  const given = { displayName: "x", mailEnabled: false, mailNickname: "x", securityEnabled: true };
  const { status, body } = await graph.send("POST", paths.groups, given);
  expect(status).toBe(201);
  return String(body["id"]);
}

const namesOf = async (graph: TestGraph) => (await graph.get(paths.groups)).body.value.map(({ id }) => id);

describe("an object that was just created", () => {
  it("is not found by its id, in lists or by a change, and is there some seconds later", async () => {
    await using graph = await aGraph({ nowMs });
    const id = await aNewGroup(graph);
    const byIds = () => graph.send("POST", "/directoryObjects/getByIds", { ids: [id] });
    expect((await graph.get(`${paths.groups}/${id}`)).body.error.code).toBe("Request_ResourceNotFound");
    expect(await namesOf(graph)).toEqual([]);
    expect((await byIds()).body.value).toEqual([]);
    expect((await graph.send("PATCH", `${paths.groups}/${id}`, { displayName: "y" })).status).toBe(404);
    now += 10_000;
    expect((await graph.get(`${paths.groups}/${id}`)).body["displayName"]).toBe("x");
    expect(await namesOf(graph)).toEqual([id]);
    expect((await byIds()).body.value).toHaveLength(1);
  });

  it.each([
    ["groups", paths.groups, { displayName: "x" }],
    ["conditional access", paths.access, { displayName: "x" }],
    ["compliance scripts", "/deviceManagement/deviceComplianceScripts", { displayName: "x" }],
  ])("is late in %s, until that quirk is switched off", async (_, path, given) => {
    await using graph = await aGraph({ nowMs });
    const { body } = await graph.send("POST", path, given);
    const found = async () => (await graph.get(`${path}/${String(body["id"])}`)).status;
    expect(await found()).toBe(404);
    graph.control.setQuirksOff(["late_creates"]);
    expect(await found()).toBe(200);
  });

  it("cannot be named by a policy of conditional access yet, and then can", async () => {
    await using graph = await aGraph({ nowMs });
    const location = { "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "x" };
    const { body } = await graph.send("POST", paths.locations, location);
    const locations = { includeLocations: ["All"], excludeLocations: [body["id"]] };
    const create = () => graph.send("POST", paths.access, { displayName: "x", conditions: { locations } });
    expect((await create()).status).toBe(400);
    now += 5_000;
    expect((await create()).status).toBe(201);
  });

  it("is there at once where Graph shows it at once", async () => {
    await using graph = await aGraph({ nowMs });
    const { body } = await graph.send("POST", paths.catalog, { name: "x", settings: [] });
    expect((await graph.get(`${paths.catalog}/${String(body["id"])}`)).status).toBe(200);
  });
});
