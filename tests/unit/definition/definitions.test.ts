import { expect, it } from "vitest";
import { shrunkLists } from "../../../src/domain/definition/definition-sets.ts";
import { parseDefinitionsText, toDefinitionsText } from "../../../src/domain/definition/definitions-text.ts";
import {
  type SettingDefinition,
  settingDefinitionSchema,
  toCategory,
  toSettingDefinition,
} from "../../../src/domain/definition/setting-definition.ts";

const categories = new Map([["c1", "Defender"]]);

it("an item of the catalog keeps its id, name, category and options", () => {
  const item = {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingDefinition",
    id: "a",
    displayName: "Allow",
    name: "AllowX",
    categoryId: "c1",
    description: "Long text",
    options: [{ itemId: "a_0", displayName: "No" }, { itemId: "a_1", displayName: "" }, { displayName: "lost" }, null],
  };
  expect(toSettingDefinition(item, categories)).toEqual({
    id: "a",
    name: "Allow",
    category: "Defender",
    options: [{ id: "a_0", label: "No" }],
  });
});

it("a definition of an intent has the values of its constraint as options", () => {
  const constraints = [{ "@odata.type": "x" }, { values: [{ value: "deviceDefault", displayName: "Default" }] }];
  expect(toSettingDefinition({ id: "b", displayName: "B", constraints }, categories)).toMatchObject({
    category: null,
    options: [{ id: "deviceDefault", label: "Default" }],
  });
});

it("what has no id or no name is left out, and what is too long is cut, so that everything kept can be read back", () => {
  expect(toSettingDefinition({ displayName: "no id" }, categories)).toBeUndefined();
  expect(toSettingDefinition({ id: "c", displayName: null }, categories)).toBeUndefined();
  const long = toSettingDefinition({ id: "d", displayName: `${"x".repeat(499)}😀` }, categories);
  expect(settingDefinitionSchema.parse(long).name).toHaveLength(500);
  expect(toDefinitionsText(new Map(long && [["d", long]]))).toContain('"id":"d"');
  expect([toCategory({ id: "c", displayName: "C" }), toCategory({ id: "c" })]).toEqual([["c", "C"], undefined]);
});

it("equal definitions have one text, in whatever order they came, and are read back from it", () => {
  const one: SettingDefinition = { id: "a", name: "A", category: null, options: [] };
  const other: SettingDefinition = { id: "b", name: "B", category: "C", options: [{ id: "b_1", label: "On" }] };
  const text = toDefinitionsText(
    new Map([
      ["b", other],
      ["a", one],
    ]),
  );
  expect(text).toBe(
    toDefinitionsText(
      new Map([
        ["a", one],
        ["b", other],
      ]),
    ),
  );
  expect([...parseDefinitionsText(text).values()]).toEqual([one, other]);
});

it("a line with what only a newer version knows is read, and one that makes no sense is passed over", () => {
  const text = '{"id":"a","name":"A","category":null,"options":[],"help":"new"}\nnot json\n{"id":1}\n';
  expect([...parseDefinitionsText(text).keys()]).toEqual(["a"]);
});

it("a list may lose a twentieth, and no more", () => {
  expect(shrunkLists({ settings: 100, others: 100 }, { settings: 95, others: 94 })).toEqual(["others"]);
  expect(shrunkLists({ settings: 100 }, {})).toEqual(["settings"]);
  expect(shrunkLists({}, { settings: 0 })).toEqual([]);
});
