import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeDurableEngine } from "../../src/durable/durable-engine.ts";
import type { Instance } from "../../src/durable/instance.ts";
import { startEvent } from "../../src/durable/start-event.ts";
import { openDurableStore } from "../../src/durable/store/durable-store.ts";

const dueAt = 1_000_000;

const instance: Instance = {
  id: "one",
  executionId: "first",
  name: "waits",
  version: null,
  status: "Pending",
  input: null,
  output: null,
  customStatus: null,
  createdAt: 0,
  updatedAt: 0,
  parentId: null,
  parentExecutionId: null,
  parentTaskId: null,
};

it("what becomes due in the very moment that the engine looks is not left for ever", async () => {
  const dir = mkdtempSync(join(tmpdir(), "durable-timer-"));
  const store = openDurableStore(dir);
  store.putInstance(instance);
  store.post(instance.id, instance.executionId, startEvent(instance, 0), dueAt);
  const ran = Promise.withResolvers<string>();
  // A millisecond passes with each look at the clock: the first is just before the time, the second is the time.
  let looks = 0;
  const engine = makeDurableEngine({
    store,
    now: () => dueAt - 1 + looks++,
    app: {
      hasOrchestrator: () => true,
      runOrchestrator: async (name) => {
        ran.resolve(name);
        return { kind: "failure", reason: "That is all." };
      },
      runActivity: () => Promise.reject(new Error("No activity was scheduled.")),
    },
    versions: { versionMatchStrategy: "None", versionFailureStrategy: "Reject" },
    count: () => undefined,
    log: () => undefined,
    maxActivities: 1,
    maxOrchestrators: 1,
  });
  engine.start();
  expect(await ran.promise).toBe("waits");
  await engine.stop();
  store.close();
  rmSync(dir, { recursive: true });
});
