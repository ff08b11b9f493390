import { expect, it } from "vitest";
import { aGraph, tenantId } from "./a-graph.ts";

const assistance = "/deviceManagement/remoteAssistanceSettings";
const settings = "/deviceManagement/settings";

it("a singleton is one object at its own path, without a list around it", async () => {
  await using graph = await aGraph();
  expect((await graph.get(assistance)).status).toBe(404);
  graph.control.putObjects(tenantId, assistance, [{ id: "one", remoteAssistanceState: "enabled" }]);
  const { status, body } = await graph.get(assistance);
  expect([status, body["id"], body["remoteAssistanceState"]]).toEqual([200, "one", "enabled"]);
  expect(body).not.toHaveProperty("value");
});

it("a singleton that is a property of another object has no id", async () => {
  await using graph = await aGraph();
  graph.control.putObjects(tenantId, settings, [{ id: "one", secureByDefault: true }]);
  const { body } = await graph.get(settings);
  expect(body["secureByDefault"]).toBe(true);
  expect(body).not.toHaveProperty("id");
});
