import type { Access } from "@tenantpilot/embedded-azure/access";
import { describe, expect, it } from "vitest";
import { aGraph, groupTarget, paths, tenantId } from "./a-graph.ts";

const created = "2026-01-01T00:00:00.000Z";
const later = "2026-01-02T00:00:00.000Z";

function aClock() {
  let now = created;
  return { nowMs: () => Date.parse(now), set: (iso: string) => (now = iso) };
}

describe("a write", () => {
  it("creates an object with an id, its times and its children", async () => {
    await using graph = await aGraph({ nowMs: aClock().nowMs });
    const body = { name: "Edge", settings: [{ settingInstance: {} }], id: "chosen" };
    const answer = await graph.send("POST", paths.catalog, body);
    expect(answer.status).toBe(201);
    const times = { createdDateTime: created, lastModifiedDateTime: created };
    expect(answer.body).toMatchObject({ name: "Edge", settingCount: 1, ...times });
    expect(answer.body["id"]).not.toBe("chosen");
    expect((await graph.get(`${paths.catalog}/${String(answer.body["id"])}/settings`)).body.value).toHaveLength(1);
  });

  it("changes an object and counts its version and time up", async () => {
    const clock = aClock();
    await using graph = await aGraph({ nowMs: clock.nowMs });
    graph.control.putObjects(tenantId, paths.configurations, [{ id: "one", displayName: "Old", version: 4, kept: 1 }]);
    clock.set(later);
    const { status, body } = await graph.send("PATCH", `${paths.configurations}/one`, { displayName: "New" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ displayName: "New", version: 5, kept: 1, lastModifiedDateTime: later });
  });

  it("assigns anew as a whole", async () => {
    await using graph = await aGraph();
    const assignments = [{ target: groupTarget("old") }];
    graph.control.putObjects(tenantId, paths.catalog, [{ id: "one", isAssigned: true, assignments }]);
    const send = (targets: string[]) =>
      graph.send("POST", `${paths.catalog}/one/assign`, {
        assignments: targets.map((id) => ({ target: groupTarget(id) })),
      });
    expect((await send(["a", "b"])).status).toBe(200);
    const { body } = await graph.get(`${paths.catalog}/one/assignments`);
    expect(body.value.map(({ id }) => id)).toEqual(["one_a", "one_b"]);
    await send([]);
    expect((await graph.get(`${paths.catalog}/one`)).body["isAssigned"]).toBe(false);
  });

  it("takes assignments under the name that the type has for them, and groups only for app protection", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.scripts, [{ id: "one" }]);
    graph.control.putObjects(tenantId, paths.iosProtections, [{ id: "one" }]);
    const target = groupTarget("g");
    expect((await graph.send("POST", `${paths.scripts}/one/assign`, { assignments: [{ target }] })).status).toBe(400);
    const named = { deviceManagementScriptAssignments: [{ target }] };
    expect((await graph.send("POST", `${paths.scripts}/one/assign`, named)).status).toBe(204);
    const everyone = { assignments: [{ target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" } }] };
    expect((await graph.send("POST", `${paths.iosProtections}/one/assign`, everyone)).status).toBe(400);
  });

  it("deletes an object", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.groups, [{ id: "one" }]);
    expect((await graph.send("DELETE", `${paths.groups}/one`)).status).toBe(204);
    expect((await graph.get(`${paths.groups}/one`)).status).toBe(404);
  });

  it("is refused when the type, a required child, or JSON is missing", async () => {
    await using graph = await aGraph();
    expect((await graph.send("POST", paths.configurations, { displayName: "x" })).status).toBe(400);
    const compliance = { "@odata.type": "#microsoft.graph.iosCompliancePolicy" };
    expect((await graph.send("POST", paths.compliance, compliance)).status).toBe(400);
    expect((await graph.send("POST", paths.catalog, "{")).status).toBe(400);
  });

  it("is refused by the name of a property that the type does not have, at any depth", async () => {
    await using graph = await aGraph();
    const message = async (method: string, path: string, body: object) =>
      (await graph.send(method, path, body)).body.error.message;
    expect(await message("POST", paths.catalog, { name: "x", displayName: "y" })).toContain("'displayName'");
    const instance = { "@odata.type": "#microsoft.graph.deviceManagementConfigurationSimpleSettingInstance", oops: 1 };
    expect(await message("POST", paths.catalog, { name: "x", settings: [{ settingInstance: instance }] })).toContain(
      "'oops'",
    );
    const wifi = { "@odata.type": "#microsoft.graph.windows10GeneralConfiguration", displayName: "x", ssid: "y" };
    expect(await message("POST", paths.configurations, wifi)).toContain("'ssid'");
    graph.control.putObjects(tenantId, paths.catalog, [{ id: "one" }]);
    expect(await message("PATCH", `${paths.catalog}/one`, { nickname: "x" })).toContain("'nickname'");
    const assignments = [{ target: { ...groupTarget("g"), filter: "x" } }];
    expect(await message("POST", `${paths.catalog}/one/assign`, { assignments })).toContain("'filter'");
    expect((await graph.get(`${paths.catalog}/one/assignments`)).body.value).toEqual([]);
  });

  it("is refused when its type does not exist", async () => {
    await using graph = await aGraph();
    const unknown = { "@odata.type": "#microsoft.graph.windows95Configuration", displayName: "x" };
    expect((await graph.send("POST", paths.configurations, unknown)).status).toBe(400);
  });

  it("may carry annotations, which are not kept, and what only Graph writes, as a body that was read before does", async () => {
    await using graph = await aGraph();
    const first = await graph.send("POST", paths.catalog, { name: "x", settings: [] });
    const again = await graph.send("POST", paths.catalog, { ...first.body, "assignments@odata.context": "c" });
    expect(again.status).toBe(201);
    const { body } = await graph.get(`${paths.catalog}/${String(again.body["id"])}`);
    expect(body).not.toHaveProperty("assignments@odata.context");
  });

  it("is refused when it binds another object", async () => {
    await using graph = await aGraph();
    const bound = { name: "x", "template@odata.bind": "https://graph.microsoft.com/beta/x" };
    expect((await graph.send("POST", paths.catalog, bound)).body.error.message).toContain("template@odata.bind");
  });

  it("is refused for an application that may only read", async () => {
    const roles = ["DeviceManagementConfiguration.Read.All"];
    const access: Access = {
      callerOf: async () => ({ principalId: "p", clientId: "c", tenantId, roles }),
      may: () => true,
    };
    await using graph = await aGraph({ access });
    expect((await graph.send("POST", paths.catalog, { name: "x" })).body.error.code).toBe(
      "Authorization_RequestDenied",
    );
  });
});

describe("the status of a write", () => {
  const group = groupTarget("g");
  const ring = { "@odata.type": "#microsoft.graph.windowsUpdateForBusinessConfiguration", displayName: "x" };

  it.each<[string, string, string, object | undefined, number]>([
    ["a create", "POST", paths.catalog, { name: "x", settings: [] }, 201],
    ["a create of another kind", "POST", paths.configurations, ring, 201],
    ["a change in Intune", "PATCH", `${paths.catalog}/one`, { name: "y" }, 200],
    ["a change of conditional access", "PATCH", `${paths.access}/one`, { displayName: "y" }, 204],
    ["a change in the directory", "PATCH", `${paths.groups}/one`, { displayName: "y" }, 204],
    ["a replacement", "PUT", `${paths.catalog}/one`, { name: "y" }, 204],
    ["a delete", "DELETE", `${paths.catalog}/one`, undefined, 204],
    ["an assignment that is answered", "POST", `${paths.catalog}/one/assign`, { assignments: [] }, 200],
    [
      "an assignment that is not",
      "POST",
      `${paths.healthScripts}/one/assign`,
      { deviceHealthScriptAssignments: [{ target: group }] },
      204,
    ],
    ["a change of what is not there", "PATCH", `${paths.catalog}/none`, { name: "y" }, 404],
    ["a delete of what is not there", "DELETE", `${paths.catalog}/none`, undefined, 404],
    ["a write that no one has documented", "PATCH", paths.catalog, { name: "y" }, 405],
  ])("the status of a write of %s is as documented: %s %s", async (_, method, path, body, status) => {
    await using graph = await aGraph();
    for (const each of [paths.catalog, paths.access, paths.groups, paths.healthScripts]) {
      graph.control.putObjects(tenantId, each, [{ id: "one" }]);
    }
    expect((await graph.send(method, path, body)).status).toBe(status);
  });
});
