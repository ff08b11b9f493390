import { makeRandom } from "@tenantpilot/embedded-azure/random";
import { aGraph } from "@tenantpilot/graph-simulator/testing";
import { expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeFastClock } from "../../../tools/soak/graph/fast-clock.ts";
import { observeTenant } from "../../../tools/soak/graph/observe-tenant.ts";

const tenantId = "11111111-2222-4333-8444-555555555555";
const [policies, locations] = ["/identity/conditionalAccess/policies", "/identity/conditionalAccess/namedLocations"];

it("conditional access is held whole, with the policies and locations of preview features that v1.0 leaves out", async () => {
  await using graph = await aGraph({ contracts });
  const workload = { clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] } };
  graph.control.putObjects(tenantId, policies, [
    { id: "1", displayName: "Generally available", state: "enabled" },
    { id: "2", displayName: "With preview features", state: "enabled", conditions: workload },
  ]);
  graph.control.putObjects(tenantId, locations, [
    { id: "3", "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "Head office" },
    { id: "4", "@odata.type": "#microsoft.graph.compliantNetworkNamedLocation", displayName: "Compliant networks" },
  ]);
  for (const [path, names] of [
    [policies, ["Generally available", "With preview features"]],
    [locations, ["Head office", "Compliant networks"]],
  ] as const) {
    const siblings = contracts.filter((contract) => contract.path === path);
    const { objects, failures } = await observeTenant(graph, makeFastClock(makeRandom(1)), tenantId, siblings);
    expect(objects.map(({ name }) => name)).toEqual(names);
    expect(failures).toEqual([]);
  }
});
