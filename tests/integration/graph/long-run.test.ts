import type { Entra } from "@tenantpilot/embedded-azure/testing/entra";
import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { graphReadApp } from "../../../local/stack/identities.ts";
import { makeGraphCredential } from "../../../src/adapters/entra/make-credential.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { anEntra, customerTenantId } from "../../builders/an-entra.ts";

let entra: Entra;
let graph: TestGraph;
beforeAll(async () => {
  // Whoever asks for the time is told the test's, the SDK that caches tokens too; timers stay real.
  vi.useFakeTimers({ toFake: ["Date"] });
  entra = await anEntra([], { nowMs: () => Date.now() });
  graph = await aGraph({ contracts, access: entra.access, tls: entra.tls, nowMs: () => Date.now() });
  graph.control.putTenant({ id: customerTenantId, name: "Customer" });
  graph.control.putObjects(customerTenantId, "/deviceManagement/deviceCategories", [{ id: "1", displayName: "One" }]);
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await graph.close();
  await entra.close();
});

const minuteMs = 60_000;

it("pitfall 12 a token is kept while it is good and renewed before it ends, in a run of hours", async () => {
  const identity = { getToken: () => tokenOfWorker() };
  const federationScope = "api://AzureADTokenExchange/.default";
  const application = { authority: entra.authority, appId: graphReadApp.clientId, identity, federationScope };
  const tokens: string[] = [];
  const credentialFor = (tenantId: string) => {
    const credential = makeGraphCredential(application, tenantId);
    return {
      getToken: async (scope: string) => {
        const token = await credential.getToken(scope);
        tokens.push(token?.token ?? "");
        return token;
      },
    };
  };
  const scope = "https://graph.microsoft.com/.default";
  const clock = { ...aHurryingClock(), nowMs: () => Date.now() };
  const gateway = makeGraphGateway({ baseUrl: graph.endpoint, scope, clock, credentialFor, telemetry: noTelemetry });
  const tenant = openTenantScope(tenantIdSchema.parse(customerTenantId), "run");
  const client = gateway.forTenant(tenant, { correlationId: "0".repeat(32) });
  const contract = contracts.find(({ key }) => key === "deviceCategory");
  if (!contract) throw new Error("There is a contract of device categories.");
  const hours = 6;
  for (let minute = 0; minute < hours * 60; minute += 10) {
    // Graph refuses a token that has ended.
    expect(await client.get(contract, "1", new AbortController().signal)).toMatchObject({ displayName: "One" });
    vi.setSystemTime(Date.now() + 10 * minuteMs);
  }
  const different = new Set(tokens).size;
  expect(different).toBeGreaterThanOrEqual(hours);
  expect(different).toBeLessThanOrEqual(hours + 2);
  expect(tokens).toHaveLength(different);
});

async function tokenOfWorker() {
  const { token } = await entra.identityToken("worker", "api://AzureADTokenExchange");
  return { token, expiresOnTimestamp: Date.now() + 60 * minuteMs };
}
