import { describe, expect, it } from "vitest";
import { aGraph, groupTarget, paths, type TestGraph, tenantId } from "./a-graph.ts";

const events = "/v1.0/deviceManagement/auditEvents";
const at = "2026-01-01T00:00:00.000Z";

async function eventsOf(graph: TestGraph, query = "") {
  return (await graph.get(`${events}${query}`)).body.value;
}

const aServer = () => aGraph({ nowMs: () => Date.parse(at) });

describe("the audit of Intune", () => {
  it("has an event for each write, with the application that called and its request", async () => {
    await using graph = await aServer();
    const headers = { "client-request-id": "0f0f0f0f-0000-4000-8000-000000000000" };
    const made = await graph.send("POST", paths.scripts, { displayName: "Script" }, headers);
    const id = String(made.body["id"]);
    await graph.send("PATCH", `${paths.scripts}/${id}`, { displayName: "Renamed" });
    await graph.send("POST", `${paths.scripts}/${id}/assign`, {
      deviceManagementScriptAssignments: [{ target: groupTarget("g") }],
    });
    await graph.send("DELETE", `${paths.scripts}/${id}`);
    const all = await eventsOf(graph);
    expect(all.map((each) => each["activityOperationType"])).toEqual(["Create", "Patch", "Action", "Delete"]);
    expect(all[0]).toMatchObject({
      activityDateTime: at,
      activityType: "Create DeviceManagementScript",
      activityResult: "Success",
      correlationId: headers["client-request-id"],
      actor: { auditActorType: "Application", applicationId: "alone", userPrincipalName: null },
      resources: [{ resourceId: id, displayName: "Script", type: "DeviceManagementScript" }],
    });
    expect(all[1]).toMatchObject({
      resources: [
        { modifiedProperties: [{ displayName: "displayName", oldValue: '"Script"', newValue: '"Renamed"' }] },
      ],
    });
    expect(all[2]).toMatchObject({ resources: [{ resourceId: id }, { resourceId: `${id}_g` }] });
  });

  it("has one for each change by the control, with the actor that is given, over HTTP too", async () => {
    const controlKey = "a-key";
    await using graph = await aGraph({ nowMs: () => Date.parse(at), controlKey });
    graph.control.putObjects(tenantId, paths.catalog, [{ id: "one", name: "Policy" }]);
    expect(await eventsOf(graph)).toEqual([]);
    const ada = { auditActorType: "ItPro", userId: "u-1", userPrincipalName: "ada@example.com" };
    graph.control.patchObject(tenantId, paths.catalog, "one", { description: "x" }, ada);
    graph.control.replaceObject(tenantId, paths.catalog, "one", { name: "Policy" });
    const url = `/_control/tenants/${tenantId}/objects/one?collection=${paths.catalog}&actor=grace@example.com`;
    await graph.send("PATCH", url, { description: "y" }, { "x-control-key": controlKey });
    graph.control.deleteObject(tenantId, paths.catalog, "one");
    graph.control.deleteObject(tenantId, paths.catalog, "one");
    expect(await eventsOf(graph)).toMatchObject([
      { activityOperationType: "Patch", actor: ada },
      { activityOperationType: "Patch", actor: { auditActorType: "ItPro" } },
      { activityOperationType: "Patch", actor: { userPrincipalName: "grace@example.com" } },
      { activityOperationType: "Delete", resources: [{ resourceId: "one" }] },
    ]);
  });

  it("tells nothing of reads, of refused writes, and of what is in the log of Entra", async () => {
    await using graph = await aServer();
    graph.control.putObjects(tenantId, paths.groups, [{ id: "g", displayName: "Group" }]);
    graph.control.patchObject(tenantId, paths.groups, "g", { displayName: "Renamed" });
    await graph.get(paths.groups);
    expect((await graph.send("PATCH", `${paths.scripts}/none`, { displayName: "x" })).status).toBe(404);
    expect(await eventsOf(graph)).toEqual([]);
  });

  it("is asked by time and operation, newest first", async () => {
    let now = Date.parse(at);
    await using graph = await aGraph({ nowMs: () => now });
    graph.control.putObjects(tenantId, paths.catalog, [{ id: "one", name: "Policy" }]);
    for (const description of ["a", "b", "c"]) {
      graph.control.patchObject(tenantId, paths.catalog, "one", { description });
      now += 3_600_000;
    }
    const from = "2026-01-01T01:00:00.000Z";
    const filter = `activityDateTime ge ${from} and activityDateTime lt ${new Date(now).toISOString()} and activityOperationType ne 'Get'`;
    const query = `?$filter=${encodeURIComponent(filter)}&$orderby=activityDateTime%20desc`;
    const times = (await eventsOf(graph, query)).map((each) => each["activityDateTime"]);
    expect(times).toEqual(["2026-01-01T02:00:00.000Z", from]);
  });
});
