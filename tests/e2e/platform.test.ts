import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test("S10 the platform's facts are read from the database and name each timer that fired", async () => {
  const stack = await sharedStack();
  await Promise.all(["reconciler", "schedules", "retention"].map((timer) => stack.apps.worker.run(timer)));
  const facts = await (await clientOf(stack, "platform-admin")).get("/platform/facts");
  expect(facts.status).toBe(200);
  const { timers, alarms, workerSeenAt } = Object(facts.json);
  expect(timers.map(({ name }: { name: string }) => name)).toEqual(["reconciler", "retention", "schedules"]);
  expect(Date.now() - Date.parse(workerSeenAt)).toBeLessThan(600_000);
  expect(alarms.map(({ code }: { code: string }) => code)).not.toContain("no_worker_seen");
});

test("P5.2 the platform's facts need the platform right, whatever role one has in a tenant", async () => {
  const stack = await sharedStack();
  const answer = await (await clientOf(stack, "owner")).get("/platform/facts");
  expect(answer.json).toMatchObject({ status: 403, code: "missing_right", missingRight: "platform" });
});

test("a caller who asks too often gets 429 with Retry-After, and nobody else does", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-e2e-"));
  // So few that none comes back while a busy machine answers.
  const settings = { RATE_LIMIT_PER_SECOND: "0.01", RATE_LIMIT_BURST: "5" };
  await using stack = await startStack({ dataDir, portBase: 0, settings });
  const reader = await clientOf(stack, "reader");
  const answers = await Promise.all(Array.from({ length: 8 }, () => reader.get("/me")));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(refused).toHaveLength(3);
  expect(refused[0]?.json).toMatchObject({ code: "too_many_requests" });
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect((await (await clientOf(stack, "owner")).get("/me")).status).toBe(200);
  expect((await reader.get("/health")).status).toBe(200);
});

test("a body that is too large, not JSON, or has unknown properties is refused", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const operator = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}/snapshots`;
  const tooLarge = await operator.post(path, { label: "x".repeat(70_000) });
  expect(tooLarge.json).toMatchObject({ status: 413, code: "body_too_large" });
  const noJson = await operator.post(path, "label=x", { "content-type": "text/plain" });
  expect(noJson.json).toMatchObject({ status: 415, code: "unsupported_media_type" });
  expect((await operator.post(path, { unknown: 1 })).status).toBe(400);
});

test("a page has 1 to 1,000 items, and nothing unknown is ignored", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const reader = await clientOf(stack, "reader");
  const path = `/tenants/${tenant.id}/operations`;
  for (const query of ["limit=0", "limit=1001", "limit=x", "page=nonsense", "unknown=1", "limit=1&limit=2"]) {
    expect((await reader.get(`${path}?${query}`)).status, query).toBe(400);
  }
  expect((await reader.get(`${path}?limit=1000`)).status).toBe(200);
});

test("what is kept has its time: ended runs, notifications and parts end, audit entries and snapshots do not", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  await takeSnapshot(stack, await clientOf(stack, "operator"), tenant.id, ["settingsCatalog"]);
  const { documents } = await storedOf(stack.ready, tenant.id);
  const lifetimesOf = (kind: string) => documents.filter((each) => each.kind === kind).map(({ ttl }) => typeof ttl);
  for (const kind of ["run", "notification", "part"])
    expect(new Set(lifetimesOf(kind)), kind).toEqual(new Set(["number"]));
  for (const kind of ["audit", "tenant", "membership"]) {
    expect(new Set(lifetimesOf(kind)), kind).toEqual(new Set(["undefined"]));
  }
});
