import { describe, expect, it } from "vitest";
import { aGraph, groupTarget, paths, type TestGraph, tenantId } from "./a-graph.ts";

const assignments = [{ target: groupTarget("group-1") }];

async function firstOf(graph: TestGraph, path: string) {
  return (await graph.get(path)).body.value[0];
}

describe("$expand=assignments", () => {
  it.each([paths.configurations, paths.scripts, paths.templates, paths.iosProtections])("works on %s", async (path) => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, path, [{ id: "one", "@odata.type": "#microsoft.graph.x", assignments }]);
    const expected = [{ id: "one_group-1", ...assignments[0] }];
    expect(await firstOf(graph, `${path}?$expand=assignments`)).toMatchObject({ assignments: expected });
    expect((await graph.get(`${path}/one?$expand=assignments`)).body["assignments"]).toEqual(expected);
  });

  it.each([paths.catalog, paths.scopeTags])("is silently empty on %s, which has them on their own", async (path) => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, path, [{ id: "one", assignments }]);
    expect(await firstOf(graph, `${path}?$expand=assignments`)).toMatchObject({ assignments: [] });
    expect((await graph.get(`${path}/one?$expand=assignments`)).body["assignments"]).toEqual([]);
    expect((await graph.get(`${path}/one/assignments`)).body.value).toHaveLength(1);
  });

  it.each([paths.locations, paths.groups])("is refused on %s", async (path) => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, path, [{ id: "one" }]);
    expect((await graph.get(`${path}?$expand=assignments`)).status).toBe(400);
  });
});

describe("children that only some kinds of a collection have", () => {
  it("hides no property of the same name from the other kinds", async () => {
    await using graph = await aGraph();
    const given = [
      ["with", "windows10GeneralConfiguration"],
      ["without", "macOSGeneralDeviceConfiguration"],
    ].map(([id, kind]) => ({ id, "@odata.type": `#microsoft.graph.${kind}`, privacyAccessControls: [{ id: "0" }] }));
    graph.control.putObjects(tenantId, paths.configurations, given);
    const { value } = (await graph.get(paths.configurations)).body;
    expect(value.map(({ id, privacyAccessControls }) => [id, privacyAccessControls])).toEqual([
      ["with", undefined],
      ["without", [{ id: "0" }]],
    ]);
  });
});

describe("@odata.type", () => {
  it("is missing where the collection has one type, unless full metadata is asked for", async () => {
    await using graph = await aGraph();
    const type = "#microsoft.graph.iosManagedAppProtection";
    graph.control.putObjects(tenantId, paths.iosProtections, [{ id: "one", "@odata.type": type }]);
    expect(await firstOf(graph, paths.iosProtections)).toEqual({ id: "one" });
    const { body } = await graph.get(paths.iosProtections, { accept: "application/json;odata.metadata=full" });
    expect(body.value[0]).toMatchObject({ "@odata.type": type });
  });

  it("is present where the collection has many, also beside a $select", async () => {
    await using graph = await aGraph();
    const object = { id: "one", "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "Office" };
    graph.control.putObjects(tenantId, paths.locations, [object]);
    expect(await firstOf(graph, `${paths.locations}?$select=id`)).toEqual({
      id: "one",
      "@odata.type": object["@odata.type"],
    });
  });
});

describe("what only a single GET shows", () => {
  it("is the content of scripts", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.scripts, [{ id: "one", scriptContent: "ZWNobw==" }]);
    const content = { detectionScriptContent: "YQ==", remediationScriptContent: "Yg==" };
    graph.control.putObjects(tenantId, paths.healthScripts, [{ id: "two", ...content }]);
    expect(await firstOf(graph, paths.scripts)).toEqual({ id: "one", scriptContent: null });
    expect((await graph.get(`${paths.scripts}/one`)).body["scriptContent"]).toBe("ZWNobw==");
    expect(await firstOf(graph, paths.healthScripts)).toMatchObject({ detectionScriptContent: null });
    expect((await graph.get(`${paths.healthScripts}/two`)).body).toMatchObject(content);
  });

  it("does not include encrypted custom settings, which stay masked", async () => {
    await using graph = await aGraph();
    const omaSettings = [
      { omaUri: "a", isEncrypted: true, value: "secret" },
      { omaUri: "b", isEncrypted: false, value: "plain" },
    ];
    graph.control.putObjects(tenantId, paths.configurations, [{ id: "one", omaSettings }]);
    const { body } = await graph.get(`${paths.configurations}/one`);
    expect(body["omaSettings"]).toMatchObject([{ value: "****" }, { value: "plain" }]);
    expect(await firstOf(graph, paths.configurations)).toMatchObject({ omaSettings: body["omaSettings"] });
  });
});

describe("children", () => {
  const rule = { ruleName: "PasswordRequired", scheduledActionConfigurations: [{ actionType: "block" }] };
  const value = {
    enabled: true,
    definition: { id: "d" },
    presentationValues: [{ id: "p", presentation: { id: "q" } }],
  };

  it("children of compliance rules come only with the nested expand", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.compliance, [{ id: "one", scheduledActionsForRule: [rule] }]);
    const item = `${paths.compliance}/one`;
    const nested = "$expand=scheduledActionConfigurations";
    expect((await graph.get(item)).body).not.toHaveProperty("scheduledActionsForRule");
    const plain = (await graph.get(`${item}?$expand=scheduledActionsForRule`)).body["scheduledActionsForRule"];
    expect(plain).toEqual([{ id: expect.any(String), ruleName: rule.ruleName }]);
    const whole = (await graph.get(`${item}?$expand=scheduledActionsForRule(${nested})`)).body[
      "scheduledActionsForRule"
    ];
    expect(whole).toMatchObject([rule]);
  });

  it("children of administrative templates are read level by level", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.templates, [{ id: "one", definitionValues: [value] }]);
    const values = `${paths.templates}/one/definitionValues`;
    const [bare] = (await graph.get(values)).body.value;
    expect(bare).toEqual({ id: expect.any(String), enabled: true });
    expect(await firstOf(graph, `${values}?$expand=definition`)).toMatchObject({ definition: { id: "d" } });
    const presentations = `${values}/${String(bare?.["id"])}/presentationValues`;
    expect(await firstOf(graph, presentations)).toEqual({ id: "p" });
    expect(await firstOf(graph, `${presentations}?$expand=presentation`)).toMatchObject({ presentation: { id: "q" } });
  });

  it("children that are named wrongly are an unknown segment", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.templates, [{ id: "one" }]);
    expect((await graph.get(`${paths.templates}/one/settings`)).body.error.message).toContain("segment 'settings'");
  });
});

describe("a tenant without the licence", () => {
  // Public reports of each: docs/reference/graph-reads.md of the repository.
  it.each([
    [paths.drivers, 403, "Forbidden", "SoftwareUpdateService"],
    ["/deviceManagement/remoteAssistancePartners", 403, "Forbidden", "RemoteAssistService"],
    ["/deviceManagement/virtualEndpoint/userSettings", 403, "Forbidden", "Access Denied"],
    [paths.access, 403, "Forbidden", "not licensed"],
    ["/deviceAppManagement/mobileApps", 400, "AppLifecycle_2210", ""],
    [paths.scripts, 400, "BadRequest", "Request not applicable to target tenant."],
    ["/policies/deviceRegistrationPolicy", 403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant", "license"],
  ])("gets the answer of its service for %s", async (path, status, code, said) => {
    await using graph = await aGraph();
    graph.control.setLicence(tenantId, path, false);
    const answer = await graph.get(path);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).toContain(said);
  });

  it("is refused that collection alone", async () => {
    await using graph = await aGraph();
    graph.control.setLicence(tenantId, paths.drivers, false);
    expect((await graph.get(paths.drivers)).status).toBe(403);
    expect((await graph.get(paths.catalog)).status).toBe(200);
    graph.control.setLicence(tenantId, paths.drivers, true);
    expect((await graph.get(paths.drivers)).status).toBe(200);
  });
});

describe("$filter", () => {
  const objects = [
    { id: "a", "@odata.type": "#microsoft.graph.iosCustomConfiguration", displayName: "Win - O'Neil", version: 1 },
    { id: "b", "@odata.type": "#microsoft.graph.iosUpdateConfiguration", displayName: "iOS - One", version: 2 },
  ];
  it.each([
    ["displayName eq 'win - o''neil'", ["a"]],
    ["startswith(displayName,'iOS')", ["b"]],
    ["isof('microsoft.graph.iosUpdateConfiguration')", ["b"]],
    ["not isof('microsoft.graph.iosUpdateConfiguration') and version ne 2", ["a"]],
    ["(version eq 1 or version eq 2) and contains(displayName,'one')", ["b"]],
    ["missing eq null", ["a", "b"]],
  ])("the filter %s finds what it says", async (filter, ids) => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.configurations, objects);
    const { body } = await graph.get(`${paths.configurations}?$filter=${encodeURIComponent(filter)}`);
    expect(body.value.map(({ id }) => id)).toEqual(ids);
  });

  it("a $filter that cannot be read is refused", async () => {
    await using graph = await aGraph();
    expect((await graph.get(`${paths.configurations}?$filter=displayName like 'x'`)).status).toBe(400);
    expect((await graph.get(`${paths.configurations}?$filter=(version eq 1`)).status).toBe(400);
  });

  it("changes nothing on remediation scripts", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.healthScripts, [{ id: "one", isGlobalScript: true }]);
    expect((await graph.get(`${paths.healthScripts}?$filter=isGlobalScript eq false`)).body.value).toHaveLength(1);
  });
});

describe("the directory", () => {
  it("answers known ids and leaves unknown ones out", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.groups, [{ id: "one", displayName: "All staff" }]);
    const { body } = await graph.send("POST", "/directoryObjects/getByIds", { ids: ["one", "two"], types: ["group"] });
    expect(body.value).toEqual([{ "@odata.type": "#microsoft.graph.group", id: "one", displayName: "All staff" }]);
    expect((await graph.get("/v1.0/groups/one?$select=displayName")).body).toMatchObject({ displayName: "All staff" });
  });

  it("refuses more than 1000 ids", async () => {
    await using graph = await aGraph();
    const ids = Array.from({ length: 1001 }, (_, index) => `id-${index}`);
    expect((await graph.send("POST", "/directoryObjects/getByIds", { ids })).status).toBe(400);
  });
});
