import { describe, expect, it } from "vitest";
import { aGraph, paths, tenantId } from "./a-graph.ts";
import { someContracts } from "./some-contracts.ts";

const created = "2026-01-01T00:00:00.000Z";
const long = "2001-01-01T00:00:00Z";
const ring = "#microsoft.graph.windowsUpdateForBusinessConfiguration";
const nowMs = () => Date.parse(created);

describe("what only Graph writes of an object", () => {
  it("is left out of a create in silence, and Graph's own values stand", async () => {
    await using graph = await aGraph({ contracts: someContracts, nowMs });
    const theirs = { createdDateTime: long, lastModifiedDateTime: long, settingCount: 7, isAssigned: true };
    const answer = await graph.send("POST", paths.catalog, {
      name: "x",
      settings: [],
      creationSource: "me",
      ...theirs,
    });
    expect(answer.status).toBe(201);
    const ours = { createdDateTime: created, lastModifiedDateTime: created, settingCount: 0, isAssigned: false };
    const { body } = await graph.get(`${paths.catalog}/${String(answer.body["id"])}`);
    expect(body).toMatchObject(ours);
    expect(body).not.toHaveProperty("creationSource");
  });

  it("is left out inside other properties and inside the items of a list", async () => {
    await using graph = await aGraph({ contracts: someContracts });
    const templateReference = { templateId: "t", templateDisplayName: "mine" };
    const settings = [{ settingInstance: {}, settingDefinitions: [{ id: "d" }] }];
    const { body } = await graph.send("POST", paths.catalog, { name: "x", templateReference, settings });
    expect(body["templateReference"]).toEqual({ templateId: "t" });
    const path = `${paths.catalog}/${String(body["id"])}/settings`;
    expect((await graph.get(path)).body.value).toEqual([{ id: "0", settingInstance: {} }]);
  });

  it("stays as it was when a change names it, also inside other properties", async () => {
    await using graph = await aGraph({ contracts: someContracts, nowMs });
    const templateReference = { templateId: "t", templateDisplayName: "Graph's" };
    graph.control.putObjects(tenantId, paths.catalog, [{ id: "one", createdDateTime: long, templateReference }]);
    const mine = { templateReference: { templateId: "u", templateDisplayName: "mine" }, createdDateTime: created };
    expect((await graph.send("PATCH", `${paths.catalog}/one`, { name: "y", ...mine })).status).toBe(200);
    expect((await graph.get(`${paths.catalog}/one`)).body).toMatchObject({
      name: "y",
      createdDateTime: long,
      templateReference: { templateId: "u", templateDisplayName: "Graph's" },
    });
    await graph.send("PUT", `${paths.catalog}/one`, { name: "z", createdDateTime: created, settingCount: 9 });
    const { body } = await graph.get(`${paths.catalog}/one`);
    expect(body).toMatchObject({ name: "z", createdDateTime: long, settingCount: 0 });
  });

  it("depends on the kind of the object", async () => {
    await using graph = await aGraph({ contracts: someContracts });
    const pause = { qualityUpdatesPauseStartDate: "2026-01-01", qualityUpdatesPaused: true };
    const { body } = await graph.send("POST", paths.configurations, {
      "@odata.type": ring,
      displayName: "x",
      ...pause,
    });
    expect(body).toMatchObject({ qualityUpdatesPaused: true, version: 1 });
    expect(body).not.toHaveProperty("qualityUpdatesPauseStartDate");
  });

  it("has a version of its own, counted up by every change", async () => {
    await using graph = await aGraph({ contracts: someContracts });
    const given = { "@odata.type": ring, displayName: "x", version: 40 };
    const { body } = await graph.send("POST", paths.configurations, given);
    const path = `${paths.configurations}/${String(body["id"])}`;
    expect(body["version"]).toBe(1);
    expect((await graph.send("PATCH", path, { displayName: "y", version: 40 })).body["version"]).toBe(2);
    const protection = await graph.send("POST", paths.iosProtections, { displayName: "x", version: "mine" });
    expect(protection.body["version"]).toMatch(/^"[\da-f-]{36}"$/);
  });

  it("is a 400 by its name where Graph really refuses it, until that quirk is switched off", async () => {
    await using graph = await aGraph({ contracts: someContracts });
    const given = { "@odata.type": ring, displayName: "x", supportsScopeTags: true };
    const refused = await graph.send("POST", paths.configurations, given);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain("'supportsScopeTags'");
    graph.control.setQuirksOff(["refused_properties"]);
    expect((await graph.send("POST", paths.configurations, given)).status).toBe(201);
  });

  it("includes the type of an object that exists", async () => {
    await using graph = await aGraph({ contracts: someContracts });
    graph.control.putObjects(tenantId, paths.configurations, [{ id: "one", "@odata.type": ring }]);
    const other = { "@odata.type": "#microsoft.graph.iosGeneralDeviceConfiguration" };
    expect((await graph.send("PATCH", `${paths.configurations}/one`, other)).status).toBe(400);
    expect((await graph.send("PATCH", `${paths.configurations}/one`, { "@odata.type": ring })).status).toBe(200);
  });
});
