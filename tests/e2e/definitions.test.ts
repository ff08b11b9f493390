import { expect, test } from "vitest";
import { platformId } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { clientOf } from "./support/client.ts";
import { fleetEnded } from "./support/fleet.ts";
import { sharedStack } from "./support/shared-stack.ts";

const archives = "device_vendor_msft_policy_config_defender_allowarchivescanning";

test("the platform reads the names of settings in one tenant, and anybody who is signed in is told them in two languages", async () => {
  const stack = await sharedStack();
  const admin = await clientOf(stack, "platform-admin");
  const outsider = await clientOf(stack, "outsider");
  const nameOf = async (id: string, query = "") =>
    (await outsider.get(`/definitions/${encodeURIComponent(id)}${query}`)).json;

  const started = await admin.post("/platform/operations", { type: "definitions.refresh" });
  expect([started.status, started.json]).toMatchObject([202, { type: "definitions.refresh", tenantId: platformId }]);
  const { id } = Object(started.json);
  const run = await fleetEnded(admin, id);
  expect(run).toMatchObject({ outcome: "succeeded", failures: [], counts: { failed: 0, gaps: 0 } });
  expect(run.counts.succeeded).toBeGreaterThan(240);

  expect(await nameOf(archives)).toMatchObject({
    id: archives,
    name: "Allow Archive Scanning",
    category: "Defender",
    options: [{ label: "Not allowed" }, { id: `${archives}_1`, label: "Allowed" }],
    isKnown: true,
  });
  expect(await nameOf(archives, "?language=de")).toMatchObject({
    name: "Archive Scanning zulassen",
    options: [{ label: "Nicht zulässig" }, { label: "Zulässig" }],
  });
  expect(await nameOf("vendor_of_{nobody}_knows")).toMatchObject({
    name: "Nobody knows (vendor_of_{nobody}_knows)",
    isKnown: false,
  });
  expect((await outsider.get(`/definitions/${archives}?language=fr`)).status).toBe(400);
});

test("names of settings are read anew by the platform alone, and such a run is repeated whole", async () => {
  const stack = await sharedStack();
  const admin = await clientOf(stack, "platform-admin");
  const owner = await clientOf(stack, "owner");
  const body = { type: "definitions.refresh" };
  expect((await owner.post("/platform/operations", body)).status).toBe(403);
  expect((await admin.post("/platform/operations", { ...body, labels: ["x"] })).status).toBe(400);

  const { id } = Object((await admin.post("/platform/operations", body)).json);
  await fleetEnded(admin, id);
  const again = await admin.post(`/platform/operations/${id}/retry`, { parts: "all" });
  expect(again.status).toBe(202);
  const second = Object(again.json);
  const run = await fleetEnded(admin, second.id);
  expect(run.links.retryOf).toBe(`/api/platform/operations/${id}`);
  // Nothing changed, so nothing is stored anew.
  expect(run).toMatchObject({ outcome: "succeeded", result: { bytesAdded: 0 } });
  expect((await admin.post(`/platform/operations/${id}/retry`, { parts: "failed" })).json).toMatchObject({
    code: "nothing_to_retry",
  });
});
