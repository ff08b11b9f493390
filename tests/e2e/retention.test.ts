import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDurableStore } from "@tenantpilot/embedded-azure/durable/store";
import { expect, test } from "vitest";
import { retention } from "../../config/retention.ts";
import { startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { readRun, takeSnapshot } from "./support/run.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test("the retention timer purges workflow histories that are too old, and leaves the others and every run", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-retention-"));
  await using stack = await startStack({ dataDir, portBase: 0 });
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const client = await clientOf(stack, "operator");
  const [old, young] = [
    await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]),
    await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]),
  ];

  const ofRun = (id: string) => instances().filter((instance) => instance.id.startsWith(id));
  await stack.apps.worker.kill({ restart: false });
  const createdAt = Date.now() - (retention.workflowHistorySeconds + 3_600) * 1_000;
  inStore((store) => {
    for (const instance of store.instances({ limit: 100, idPrefix: old.id }))
      store.putInstance({ ...instance, createdAt });
  });
  await stack.apps.worker.start();
  await stack.apps.worker.run("retention");
  await stack.apps.worker.kill({ restart: false });

  expect(ofRun(old.id)).toEqual([]);
  expect(ofRun(young.id).length).toBeGreaterThan(1);
  await stack.apps.worker.start();
  expect(await readRun(client, tenant.id, old.id)).toEqual(old);
  await rm(dataDir, { recursive: true, force: true });

  function inStore<T>(use: (store: ReturnType<typeof openDurableStore>) => T): T {
    const store = openDurableStore(join(dataDir, "apps", "worker", "durable"));
    try {
      return use(store);
    } finally {
      store.close();
    }
  }
  function instances() {
    return inStore((store) => store.instances({ limit: 100 }));
  }
});
