import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { settingCatalogs, settingCategories } from "../../../config/graph-contracts/feeds.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import { parseDefinitionsText } from "../../../src/domain/definition/definitions-text.ts";
import type { DefinitionLanguage } from "../../../src/domain/definition/language.ts";
import type { DefinitionRepository } from "../../../src/domain/definition/repository.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { openRefresh } from "../../../src/use-cases/definition/refresh-definitions.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
let graph: TestGraph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.control.putTenant({ id: its.scope.tenantId, name: "Customer" });
  graph.control.setFaults([]);
});

const catalog = "/deviceManagement/configurationSettings";
const intents = "/deviceManagement/settingDefinitions";
const choice = "#microsoft.graph.deviceManagementConfigurationChoiceSettingDefinition";

function aSetting(id: string, given: object = {}): object {
  return {
    "@odata.type": choice,
    id,
    displayName: `Name of ${id}`,
    categoryId: "c",
    description: "A sentence.",
    ...given,
  };
}

function put(path: string, ...items: object[]): void {
  graph.control.putObjects(its.scope.tenantId, path, items);
}

/** A reading by the tenant, as if it were the platform's own. */
async function refresh(wrap: Partial<DefinitionRepository> = {}) {
  const gateway = makeGraphGateway({
    baseUrl: graph.endpoint,
    scope: "any",
    clock: its.clock,
    credentialFor: (tenantId) => ({ getToken: async () => ({ token: `tenant:${tenantId}` }) }),
    telemetry: noTelemetry,
  });
  const { definitions, definitionBlobs } = its.product.storesFor(its.scope);
  const step = openRefresh({
    definitions: { ...definitions, ...wrap },
    definitionBlobs,
    categories: settingCategories,
    settings: settingCatalogs,
    graph: gateway.forTenant(its.scope, { correlationId: "0".repeat(32) }),
    clock: its.clock,
  });
  const ending = await step.perform(new AbortController().signal);
  return { ...ending, counts: step.progress() };
}

const sets = async () => (await its.product.storesFor(its.scope).definitions.sets())?.languages ?? {};

async function namesIn(language: DefinitionLanguage) {
  const stored = await its.product
    .storesFor(its.scope)
    .definitionBlobs.read(language, (await sets())[language]?.hash ?? "");
  return stored.state === "whole" ? [...parseDefinitionsText(stored.text).values()] : stored.state;
}

describe("the names of settings", () => {
  it("names are those of Microsoft's lists, in English and German; what German lacks has the English words", async () => {
    put("/deviceManagement/configurationCategories", { id: "c", displayName: "Defender" });
    const options = (label: string) => [{ itemId: "a_1", displayName: label }];
    put(
      catalog,
      aSetting("a", {
        options: options("On"),
        translations: { de: { displayName: "A auf Deutsch", options: options("An") } },
      }),
    );
    put(intents, {
      "@odata.type": "#microsoft.graph.deviceManagementSettingDefinition",
      id: "b",
      displayName: "Of an intent",
    });

    const { failures, counts, result } = await refresh();

    expect([failures, counts]).toMatchObject([[], { total: 4, processed: 4, succeeded: 4, failed: 0, gaps: 0 }]);
    expect(result).toMatchObject({ objectsAdded: 4, graphRequests: 10 });
    const ofIntent = { id: "b", name: "Of an intent", category: null, options: [] };
    const english = { id: "a", name: "Name of a", category: "Defender", options: [{ id: "a_1", label: "On" }] };
    const german = { id: "a", name: "A auf Deutsch", category: "Defender", options: [{ id: "a_1", label: "An" }] };
    expect(await namesIn("en")).toEqual([english, ofIntent]);
    expect(await namesIn("de")).toEqual([german, ofIntent]);
  });

  it("names are read to the last page, every page of it in the language", async () => {
    const translations = { de: { displayName: "auf Deutsch" } };
    put(catalog, ...Array.from({ length: 40 }, (_, index) => aSetting(`s${index}`, { translations })));
    graph.control.setFaults({ faults: [], pageItems: { from: 7, to: 9 } });
    await refresh();
    expect(await namesIn("de")).toEqual(
      Array.from({ length: 40 }, () => expect.objectContaining({ name: "auf Deutsch" })),
    );
  });

  it("names cost no new blob when nothing changed", async () => {
    put(catalog, aSetting("a"));
    await refresh();
    const before = await sets();
    expect((await refresh()).result).toMatchObject({ objectsAdded: 0, bytesAdded: 0 });
    expect((await sets())["en"]?.hash).toBe(before["en"]?.hash);
  });

  it("names stay as they were when a list shrank by more than a twentieth, and the run says so", async () => {
    const all = Array.from({ length: 40 }, (_, index) => `s${index}`);
    put(catalog, ...all.map((id) => aSetting(id)));
    await refresh();
    const before = await sets();
    graph.control.deleteObject(its.scope.tenantId, catalog, "s0");
    graph.control.deleteObject(its.scope.tenantId, catalog, "s1");
    expect(await refresh()).toMatchObject({ failures: [], counts: { succeeded: 76, failed: 0 } });
    graph.control.deleteObject(its.scope.tenantId, catalog, "s2");
    graph.control.deleteObject(its.scope.tenantId, catalog, "s3");
    const { failures, counts } = await refresh();
    expect(counts).toMatchObject({ succeeded: 0, failed: 36 });
    expect(failures).toMatchObject([{ code: "definitions_shrank", target: "en/configurationSettings" }]);
    expect((await sets())["en"]?.perList).toMatchObject({ configurationSettings: 38 });
    expect(before["en"]?.perList).toMatchObject({ configurationSettings: 40 });
    expect(await namesIn("en")).toHaveLength(38);
  });

  it("names are not replaced by nothing: a tenant without any names is no reading", async () => {
    const { failures, counts } = await refresh();
    expect(failures).toMatchObject([{ code: "definitions_shrank", target: "en/all" }]);
    expect(counts).toMatchObject({ succeeded: 0, failed: 1 });
    expect(await sets()).toEqual({});
  });

  it("a list that Graph refuses is a gap; one that was read before keeps the whole set as it was", async () => {
    put(catalog, aSetting("a"));
    const refused = [{ match: "settingDefinitions", kind: "status", status: 403 }] as const;
    graph.control.setFaults([...refused]);
    const first = await refresh();
    expect(first.failures.map(({ code, target }) => [code, target])).toEqual([
      ["graph_forbidden", "en/settingDefinitions"],
      ["graph_forbidden", "de/settingDefinitions"],
    ]);
    expect(first.counts).toMatchObject({ succeeded: 2, gaps: 2 });
    graph.control.setFaults([]);
    put(intents, { id: "b", displayName: "Of an intent" });
    await refresh();
    graph.control.setFaults([...refused]);
    expect((await refresh()).failures).toContainEqual(
      expect.objectContaining({ code: "definitions_shrank", target: "en/settingDefinitions" }),
    );
    expect(await namesIn("en")).toHaveLength(2);
  });

  it("a list that breaks off counts for nothing: the run is tried again, and what was there stays", async () => {
    put(catalog, aSetting("a"));
    await refresh();
    const before = await sets();
    put(catalog, ...Array.from({ length: 10 }, (_, index) => aSetting(`n${index}`)));
    graph.control.setFaults({
      faults: [{ match: "configurationSettings.*skiptoken", kind: "cyclic_next_link" }],
      pageItems: { from: 2, to: 2 },
    });
    await expect(refresh()).rejects.toMatchObject({ code: "graph_page_loop" });
    expect(await sets()).toEqual(before);
  });

  it("names hold nothing of the tenant that was asked (P7)", async () => {
    put(catalog, aSetting("a", { secretOfTenant: "canary-7", description: its.scope.tenantId }));
    await refresh();
    expect(JSON.stringify([await namesIn("en"), await sets()])).not.toMatch(
      new RegExp(`canary-7|${its.scope.tenantId}`),
    );
  });
});
