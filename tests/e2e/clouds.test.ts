import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { snapshotOf, takeSnapshot } from "./support/run.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const lacking = contracts.filter(({ notAvailable }) => notAvailable.includes("china")).map(({ key }) => key);
const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-china-"));
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ dataDir, portBase: 0, settings: { CLOUD: "china" } });
});
afterAll(async () => {
  await stack.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("what the cloud lacks is not available in it, and capabilities say so (P4.1)", async () => {
  const { json } = await (await clientOf(stack, "reader")).get("/capabilities");
  const closed = Object(json).items.filter(({ inventory }: { inventory: boolean }) => !inventory);
  const here = closed.filter(({ reasons }: { reasons: string[] }) => reasons.includes("Not available in this cloud."));
  expect(lacking.length).toBeGreaterThan(3);
  expect(here.map(({ type }: { type: string }) => type).sort()).toEqual(lacking.toSorted());
});

test("a snapshot leaves it out, asks nothing for it, and signs in to the cloud's own Graph", async () => {
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("Policy")]);
  stack.servers.graph.control.resetCounters();
  const run = await takeSnapshot(stack, await clientOf(stack, "operator"), tenant.id);
  // The directory gives a token for the audience that is asked for, and Graph takes those of its clouds alone.
  expect(run).toMatchObject({ outcome: "succeeded", failures: [] });
  // All that are allowed, and those are fewer here.
  expect(run.input.types).toBeNull();
  const asked = Object.keys(stack.servers.graph.control.counters().byPath);
  expect(asked.filter((path) => path.includes("virtualEndpoint"))).toEqual([]);
  const snapshot = await snapshotOf(await clientOf(stack, "operator"), run);
  expect(snapshot).toMatchObject({ state: "complete", gaps: [] });
  expect(snapshot.types).not.toEqual(expect.arrayContaining([lacking[0]]));
  expect(snapshot.types.length).toBeGreaterThan(90);
});

test("whoever asks for it by name is told why not", async () => {
  const tenant = await aTenant(stack);
  const types = ["settingsCatalog", lacking[0]];
  const answer = await (await clientOf(stack, "operator")).post(`/tenants/${tenant.id}/snapshots`, { types });
  expect(answer).toMatchObject({ status: 400, json: { code: "unknown_object_type" } });
  expect(Object(answer.json).detail).toBe(
    `There is no object type ${lacking[0]} for this. Not available in this cloud.`,
  );
});
