import { expect, it } from "vitest";
import { aGraph, tenantId } from "./a-graph.ts";

const path = "/deviceManagement/configurationSettings";
const definition = {
  "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingDefinition",
  id: "a",
  displayName: "Allow",
  translations: { de: { displayName: "Zulassen" } },
};

it.each([
  ["de", "Zulassen"],
  ["de-DE, en;q=0.5", "Zulassen"],
  ["fr, de;q=0.5", "Zulassen"],
  ["en", "Allow"],
  ["fr", "Allow"],
])("a catalog of settings answers in the language that is asked for: %s", async (language, displayName) => {
  await using graph = await aGraph();
  graph.control.putObjects(tenantId, path, [definition]);
  const { body } = await graph.get(path, { "accept-language": language });
  expect(body.value).toEqual([{ "@odata.type": definition["@odata.type"], id: "a", displayName }]);
  const { body: one } = await graph.get(`${path}/a`, { "accept-language": language });
  expect(one).toMatchObject({ displayName });
});

it("other collections answer as they are, whatever language is asked for", async () => {
  await using graph = await aGraph();
  graph.control.putObjects(tenantId, "/groups", [{ id: "g", displayName: "Sales" }]);
  const { body } = await graph.get("/groups/g", { "accept-language": "de" });
  expect(body).toMatchObject({ displayName: "Sales" });
});
