import { expect, it } from "vitest";
import { runLimits } from "../../../config/limits.ts";
import { retention } from "../../../config/retention.ts";
import storage from "../../../config/storage.json" with { type: "json" };
import { idempotencyOf } from "../../../src/domain/operation-run/idempotency.ts";
import { fleetSnapshot } from "../../../src/domain/operation-run/run-types/fleet-snapshot.ts";
import { aWorld } from "./a-world.ts";

it("what belongs to a run is kept as long as one place says, and audit entries for ever", async () => {
  await using world = await aWorld();
  const tenant = await world.aTenant();
  const ttlOf = async (kind: string) => [...new Set((await tenant.documentsOf(kind)).map(({ ttl }) => ttl))];

  const { run } = await tenant.start({ idempotency: idempotencyOf("caller", "key", {}) });
  await tenant.start();
  await tenant.dispatch(tenant.messageOf(run));
  await tenant.readPart(run);
  // A run that is at work does not expire, however long it takes.
  expect(await ttlOf("run")).toEqual([undefined]);
  await tenant.end({ ...tenant.messageOf(run), reason: "done", failure: null });

  expect(await ttlOf("run")).toEqual([retention.runTtlSeconds]);
  expect(await ttlOf("join")).toEqual([retention.joinTtlSeconds]);
  expect(await ttlOf("notification")).toEqual([retention.notificationTtlSeconds]);
  expect(await ttlOf("idempotency")).toEqual([retention.idempotencyTtlSeconds]);
  expect(await ttlOf("part")).toEqual([retention.partTtlSeconds]);
  expect(await tenant.documentsOf("audit")).toHaveLength(2);
  expect(await ttlOf("audit")).toEqual([undefined]);
  // Without it the database would keep everything, whatever the documents say.
  expect(new Set(storage.containers.map(({ defaultTtl }) => defaultTtl))).toEqual(new Set([-1]));
});

it("the tenants of a fleet run are kept as long as the run: its time counts from its end, theirs from its beginning", () => {
  const { maxAttempts, deadlineMs } = fleetSnapshot;
  // Each attempt waits in the queue until its message is sent again and given up.
  const longestRunMs = maxAttempts * (deadlineMs + 2 * runLimits.unclaimedAfterMs);
  expect(retention.linkTtlSeconds - retention.runTtlSeconds).toBeGreaterThanOrEqual(longestRunMs / 1_000);
});
