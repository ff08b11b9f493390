import { describe, expect, it } from "vitest";
import { type Quirk, quirks } from "../src/faults/quirks.ts";
import { aGraph, type Body, groupTarget, numbered, paths, type TestGraph, tenantId } from "./a-graph.ts";

const masked = {
  "@odata.type": "#microsoft.graph.omaSettingString",
  omaUri: "./Device/x",
  isEncrypted: true,
  value: "open",
};

async function aFullGraph(): Promise<TestGraph> {
  const graph = await aGraph();
  const put = (...given: Parameters<typeof graph.control.putObjects>) => graph.control.putObjects(...given);
  put(tenantId, paths.catalog, [
    ...numbered(30, (index) => ({ id: `p${index}`, name: "x", assignments: [{ target: groupTarget("g") }] })),
  ]);
  put(tenantId, paths.scripts, [{ id: "s", scriptContent: "Y29kZQ==" }]);
  put(tenantId, paths.healthScripts, [{ id: "h", isGlobalScript: false }]);
  put(tenantId, paths.compliance, [{ id: "r", scheduledActionsForRule: [{ ruleName: "PasswordRequired" }] }]);
  put(tenantId, "/deviceManagement/termsAndConditions", [{ id: "t", assignments: [] }]);
  put(tenantId, paths.configurations, [
    { id: "c", "@odata.type": "#microsoft.graph.windows10CustomConfiguration", omaSettings: [masked] },
  ]);
  return graph;
}

const cases: readonly (readonly [Quirk, string, (body: Body) => unknown, unknown])[] = [
  ["small_pages", paths.catalog, ({ value }) => value.length, 30],
  ["silent_expand", `${paths.catalog}?$expand=assignments`, ({ value }) => Object(value[0]).assignments?.length, 1],
  ["refused_expand", "/deviceManagement/termsAndConditions?$expand=assignments", ({ value }) => value?.length, 1],
  ["missing_routes", `${paths.compliance}/r/scheduledActionsForRule`, ({ value }) => value?.length, 1],
  ["missing_types", paths.scripts, ({ value }) => value[0]?.["@odata.type"], "#microsoft.graph.deviceManagementScript"],
  ["hidden_properties", paths.scripts, ({ value }) => value[0]?.["scriptContent"], "Y29kZQ=="],
  ["ignored_filters", `${paths.healthScripts}?$filter=isGlobalScript eq true`, ({ value }) => value.length, 0],
  ["masked_values", `${paths.configurations}/c`, ({ omaSettings }) => Object(omaSettings)[0].value, "open"],
];

// Quirks of writes have their tests where the writes are: read-only.test.ts and late-creates.test.ts.
const ofWrites: readonly Quirk[] = ["refused_properties", "late_creates"];

describe("a quirk of Graph", () => {
  it("can be switched off, whichever it is", () => {
    expect([...cases.map(([quirk]) => quirk), ...ofWrites].toSorted()).toEqual([...quirks].toSorted());
  });

  it.each(cases)("%s is there until it is switched off", async (quirk, path, read, plain) => {
    await using graph = await aFullGraph();
    expect(read((await graph.get(path)).body)).not.toEqual(plain);
    graph.control.setQuirksOff([quirk]);
    expect(read((await graph.get(path)).body)).toEqual(plain);
    graph.control.setFaults({ quirksOff: [] });
    expect(read((await graph.get(path)).body)).not.toEqual(plain);
  });
});
