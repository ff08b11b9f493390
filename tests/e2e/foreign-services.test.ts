import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { apiApp, graphReadApp, homeTenantId } from "../../local/stack/identities.ts";
import { startApps } from "../../local/stack/start-apps.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test("the apps run against services of elsewhere, and their keys are null", async () => {
  const stack = await sharedStack();
  const { entra } = stack.servers;
  await using apps = await startApps({
    dataDir: mkdtempSync(join(tmpdir(), "tenantpilot-apps-")),
    portBase: 0,
    log: () => undefined,
    env: {
      ...process.env,
      ...entra.environmentOf("worker"),
      NODE_EXTRA_CA_CERTS: stack.ready.ca,
      COSMOS_ENDPOINT: stack.ready.cosmos.endpoint,
      SERVICE_BUS__fullyQualifiedNamespace: stack.ready.serviceBus.namespace,
      BLOB_ENDPOINT: stack.ready.blobs.endpoint,
      ENTRA_AUTHORITY: entra.authority,
      GRAPH_BASE_URL: stack.ready.graph.endpoint,
      API_AUDIENCE: apiApp.clientId,
      ALLOWED_TENANTS: homeTenantId,
      GRAPH_READ_APP_ID: graphReadApp.clientId,
    },
  });
  expect(apps.ready).toMatchObject({
    cosmos: { key: null },
    serviceBus: { connectionString: null },
    blobs: { key: null },
  });

  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("Elsewhere")]);
  const headers = { authorization: `Bearer ${await stack.tokenFor("operator")}`, "content-type": "application/json" };
  const base = `${apps.ready.api}/tenants/${tenant.id}`;
  const body = JSON.stringify({ types: ["settingsCatalog"] });
  const started = await fetch(`${base}/snapshots`, { method: "POST", headers, body });
  const { id } = Object(await started.json());
  const run = async () => Object(await (await fetch(`${base}/operations/${id}`, { headers })).json());
  await vi.waitFor(async () => expect((await run()).status).toBe("completed"), { timeout: 120_000, interval: 100 });
  expect(await run()).toMatchObject({ outcome: "succeeded" });
});
