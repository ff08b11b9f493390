import type { JsonObject } from "../../../src/domain/json/json-value.ts";

const instance = (settingInstance: JsonObject, index = 0): JsonObject => ({ id: String(index), settingInstance });
const catalog = (name: string) => ({ "@odata.type": `#microsoft.graph.deviceManagementConfiguration${name}` });
/** A policy of our own as Graph writes it with full metadata. */
export const fullLayout: JsonObject = {
  ...catalog("Policy"),
  "@odata.id": "deviceManagement/configurationPolicies('a')",
  "@odata.editLink": "deviceManagement/configurationPolicies('a')",
  name: "Gatekeeper",
  "roleScopeTagIds@odata.type": "#Collection(String)",
  roleScopeTagIds: ["0"],
  templateReference: { ...catalog("PolicyTemplateReference"), templateId: "", templateDisplayName: null },
  assignments: [],
  settings: [
    {
      ...catalog("Setting"),
      id: "0",
      settingInstance: {
        ...catalog("GroupSettingCollectionInstance"),
        settingDefinitionId: "firewall",
        "groupSettingCollectionValue@odata.type":
          "#Collection(microsoft.graph.deviceManagementConfigurationGroupSettingValue)",
        groupSettingCollectionValue: [
          {
            ...catalog("GroupSettingValue"),
            children: [
              {
                ...catalog("ChoiceSettingInstance"),
                settingDefinitionId: "firewall_enable",
                choiceSettingValue: { ...catalog("ChoiceSettingValue"), value: "firewall_enable_true", children: [] },
              },
            ],
          },
        ],
      },
      "settingDefinitions@odata.navigationLink": "https://graph.microsoft.com/beta/x",
    },
    {
      ...catalog("Setting"),
      id: "1",
      settingInstance: {
        ...catalog("SimpleSettingInstance"),
        settingDefinitionId: "delay",
        simpleSettingValue: {
          ...catalog("IntegerSettingValue"),
          settingValueTemplateReference: { ...catalog("SettingValueTemplateReference"), settingValueTemplateId: "t" },
          value: 5,
        },
      },
    },
  ],
};
/** The same policy as the portal exports it: its settings in another order, with their positions as ids. */
export const portalLayout: JsonObject = {
  ...catalog("Policy"),
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#deviceManagement/configurationPolicies/$entity",
  name: "Gatekeeper",
  roleScopeTagIds: ["0"],
  templateReference: { templateId: "", templateDisplayName: null },
  settings: [
    instance({
      ...catalog("SimpleSettingInstance"),
      settingDefinitionId: "delay",
      simpleSettingValue: {
        ...catalog("IntegerSettingValue"),
        settingValueTemplateReference: { settingValueTemplateId: "t" },
        value: 5,
      },
    }),
    instance(
      {
        ...catalog("GroupSettingCollectionInstance"),
        settingDefinitionId: "firewall",
        settingInstanceTemplateReference: null,
        groupSettingCollectionValue: [
          {
            settingValueTemplateReference: null,
            children: [
              {
                ...catalog("ChoiceSettingInstance"),
                settingDefinitionId: "firewall_enable",
                choiceSettingValue: {
                  settingValueTemplateReference: null,
                  value: "firewall_enable_true",
                  children: [],
                },
              },
            ],
          },
        ],
      },
      1,
    ),
  ],
};
