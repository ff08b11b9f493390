import { describe, expect, it } from "vitest";
import { aGraph, paths, tenantId } from "./a-graph.ts";

const workload = { clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] } };

describe("conditional access with preview features", () => {
  it("is shown by beta alone, and v1.0 says nothing of it, neither in lists nor of one object", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.access, [
      { id: "plain", conditions: { clientApplications: null } },
      { id: "preview", conditions: workload },
    ]);
    graph.control.putObjects(tenantId, paths.locations, [
      { id: "office", "@odata.type": "#microsoft.graph.ipNamedLocation" },
      { id: "compliant", "@odata.type": "#microsoft.graph.compliantNetworkNamedLocation" },
    ]);
    const idsOf = async (path: string) => (await graph.get(path)).body.value.map(({ id }) => id);
    expect(await idsOf(`/v1.0${paths.access}`)).toEqual(["plain"]);
    expect(await idsOf(`/beta${paths.access}`)).toEqual(["plain", "preview"]);
    expect(await idsOf(`/v1.0${paths.locations}`)).toEqual(["office"]);
    expect(await idsOf(`/beta${paths.locations}`)).toEqual(["office", "compliant"]);
    expect((await graph.get(`/v1.0${paths.access}/preview`)).status).toBe(404);
    expect((await graph.get(`/beta${paths.access}/preview`)).status).toBe(200);
  });
});
