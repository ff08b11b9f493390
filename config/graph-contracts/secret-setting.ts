/** A value of the Settings Catalog that only the tenant can use: its own type says that it is one. */
export const secretSetting = {
  kind: "encrypted",
  when: { property: "@odata.type", is: "#microsoft.graph.deviceManagementConfigurationSecretSettingValue" },
} as const;
