import type { Entra } from "@tenantpilot/embedded-azure/testing/entra";
import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { groupSearch } from "../../../config/graph-contracts/feeds.ts";
import { apiApp, homeTenantId } from "../../../local/stack/identities.ts";
import { makeGroupSearch } from "../../../src/adapters/personal-graph/make-group-search.ts";
import { checkIsPerson } from "../../../src/domain/directory/personal-search.ts";
import { anEntra } from "../../builders/an-entra.ts";

let entra: Entra;
let graph: TestGraph;
beforeAll(async () => {
  entra = await anEntra();
  graph = await aGraph({ access: entra.access, tls: entra.tls });
  graph.control.putTenant({ id: homeTenantId, name: "Provider" });
  const ids = Array.from({ length: 40 }, (_, index) => `11111111-0000-4000-8000-${String(index).padStart(12, "0")}`);
  const groups = ids.map((id, index) => ({ id, displayName: `Ops ${index}`, securityEnabled: true }));
  const quoted = {
    id: "22222222-0000-4000-8000-000000000000",
    displayName: "O'Brien & Söhne",
    groupTypes: ["Unified"],
  };
  graph.control.putObjects(homeTenantId, "/groups", [...groups, quoted]);
});
afterAll(async () => {
  await graph.close();
  await entra.close();
});
afterEach(async () => {
  graph.control.setFaults([]);
  entra.control.failTokens(0);
  await entra.control.setConsent(homeTenantId, apiApp.clientId, true);
});

/** The search of the http app for the demo's owner, or with another token. */
async function search(text: string, assertion?: string, timeoutMs = 30_000) {
  const run = makeGroupSearch({
    authority: entra.authority,
    clientId: apiApp.clientId,
    baseUrl: graph.endpoint,
    resource: "https://graph.microsoft.com",
    contract: groupSearch,
    timeoutMs,
    credential: async () => (await entra.identityToken("http", "api://AzureADTokenExchange")).token,
  });
  return run({ tenantId: homeTenantId, assertion: assertion ?? (await entra.userToken("owner")).token, text });
}

describe("S6 the group search in the caller's own name", () => {
  it("finds groups of the home tenant by the beginning of their name, 25 at most, by one request", async () => {
    graph.control.resetCounters();
    const found = await search("ops");
    expect(found).toHaveLength(25);
    expect(found[0]).toEqual({
      id: "11111111-0000-4000-8000-000000000000",
      name: "Ops 0",
      description: null,
      kind: "security",
    });
    expect(graph.control.counters().requests).toBe(1);
    expect(await search("o'brien &")).toMatchObject([{ name: "O'Brien & Söhne", kind: "microsoft_365" }]);
    expect(await search("nobody")).toEqual([]);
  });

  it("a search without consent says so, and asks Graph nothing", async () => {
    await entra.control.setConsent(homeTenantId, apiApp.clientId, false);
    graph.control.resetCounters();
    await expect(search("ops")).rejects.toMatchObject({ code: "delegated_consent_required" });
    expect(graph.control.counters().requests).toBe(0);
  });

  it("a token that stands for no person is named as the reason", async () => {
    expect(() => checkIsPerson({ kind: "application" })).toThrow(
      expect.objectContaining({ code: "delegated_token_required" }),
    );
    const { token } = await entra.identityToken("http", "https://storage.azure.com");
    await expect(search("ops", token)).rejects.toMatchObject({ code: "delegated_token_required" });
  });

  it("a search asks once: an outage of Graph or of the sign-in is one answer, and no second try", async () => {
    graph.control.setFaults([{ match: "/groups", kind: "status", status: 503 }]);
    graph.control.resetCounters();
    await expect(search("ops")).rejects.toMatchObject({ code: "directory_unavailable" });
    expect(graph.control.counters().requests).toBe(1);
    const before = entra.control.operations()["token by on_behalf_of"] ?? 0;
    entra.control.failTokens(1);
    await expect(search("ops")).rejects.toMatchObject({ code: "directory_unavailable" });
    entra.control.failTokens(0);
    await search("ops").catch(() => undefined);
    expect(entra.control.operations()["token by on_behalf_of"]).toBe(before + 1);
  });

  it("a search that is not answered in time gives up", async () => {
    const plan = {
      latency: [{ match: "/groups", distribution: { kind: "constant" as const, ms: 20_000 } }],
      faults: [],
    };
    graph.control.setFaults(plan);
    const startedAt = performance.now();
    await expect(search("ops", undefined, 500)).rejects.toMatchObject({ code: "directory_unavailable" });
    expect(performance.now() - startedAt).toBeLessThan(15_000);
  });

  it("each search exchanges the caller's own token anew: none is kept for the next caller", async () => {
    const count = () => entra.control.operations()["token by on_behalf_of"] ?? 0;
    const before = count();
    await search("ops");
    await search("ops");
    expect(count()).toBe(before + 2);
  });
});
