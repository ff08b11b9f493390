import { expect, it } from "vitest";
import { aGraph, tenantId } from "./a-graph.ts";
import { someContracts } from "./some-contracts.ts";

const things = "/deviceManagement/newThings";

it("a collection that only a contract names is served with the children that the contract names", async () => {
  await using graph = await aGraph({ contracts: someContracts });
  graph.control.putObjects(tenantId, things, [{ id: "one", parts: [{ id: "a" }, { id: "b" }, { id: "c" }] }]);
  expect((await graph.get(`${things}/one`)).body).toMatchObject({ id: "one", partCount: 3 });
  expect((await graph.get(`${things}/one/parts`)).body.value).toHaveLength(2);
});

it("a collection that nobody names is refused, and the control says what there is", async () => {
  await using graph = await aGraph();
  expect((await graph.get(things)).status).toBe(400);
  expect(() => graph.control.objects(tenantId, things)).toThrow("/deviceManagement/configurationPolicies");
});

it("Microsoft Graph has the roles of the contracts", async () => {
  await using graph = await aGraph({ contracts: someContracts });
  const { body } = await graph.get("/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')");
  expect(body).toMatchObject({
    appRoles: expect.arrayContaining([expect.objectContaining({ value: "Things.Read.All" })]),
  });
});
