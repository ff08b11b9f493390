import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-monitoring-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test("P6.7 P6.8 a start does no remote work, and no page of monitoring asks Graph: without a worker both answer", async () => {
  await using stack = await startStack({ dataDir, portBase: 0 });
  await stack.apps.worker.kill({ restart: false });
  const tenant = await aTenant(stack);
  const [operator, admin] = [await clientOf(stack, "operator"), await clientOf(stack, "platform-admin")];
  stack.servers.graph.control.resetCounters();

  const started = await operator.post(`/tenants/${tenant.id}/snapshots`, {});
  const run = `/tenants/${tenant.id}/operations/${Object(started.json).id}`;
  const fleet = await admin.post("/platform/operations", { type: "fleet.snapshot", tenants: [tenant.id] });
  const ofTenant = "operations schedules snapshots inventory capabilities operation-counts summary inventory.csv".split(
    " ",
  );
  const ofCaller = ["/me", "/notifications", "/notifications/unread", "/tenants", "/overview"];
  const pages = [run, `${run}/parts`, ...ofCaller, ...ofTenant.map((page) => `/tenants/${tenant.id}/${page}`)];
  const ofPlatform = ["/platform/operations", "/platform/overview", "/platform/facts"];
  const seen = [
    ...(await Promise.all(pages.map((page) => operator.get(page)))),
    ...(await Promise.all(ofPlatform.map((page) => admin.get(page)))),
  ];

  expect([started.status, fleet.status]).toEqual([202, 202]);
  expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
  expect(seen[0]?.json).toMatchObject({ status: "queued", activity: "queued" });
  expect(stack.servers.graph.control.counters()).toMatchObject({ requests: 0, subRequests: 0 });
});

test("P6.3 P6.12 what only writes to the database makes no run, and the list of operations holds runs and nothing else", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const owner = await clientOf(stack, "owner");
  const path = `/tenants/${tenant.id}`;
  const answers = [
    await owner.post(`${path}/schedules`, { cron: "0 2 * * *", timeZone: "UTC" }),
    await owner.post(`${path}/graph/pause`),
    await owner.post(`${path}/graph/resume`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
  expect((await owner.get(`${path}/operations`)).json).toEqual({ items: [], nextPage: null });
});

test("P6.6 a run over one object counts as every other does", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const run = await takeSnapshot(stack, await clientOf(stack, "operator"), tenant.id, ["settingsCatalog"]);
  expect(run.counts).toEqual({ total: 1, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 0 });
});
