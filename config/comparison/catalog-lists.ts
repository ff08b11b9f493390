const definitionId = "settingDefinitionId";

/** Lists at any depth of a setting: children of one item are known by their definition, items of a collection by nothing. */
function listsBelow<Root extends string>(root: Root) {
  return [
    { at: `${root}.**.children`, key: [definitionId] },
    { at: `${root}.**.groupSettingCollectionValue`, key: "content" },
    { at: `${root}.**.simpleSettingCollectionValue`, key: "content" },
    { at: `${root}.**.choiceSettingCollectionValue`, key: "content" },
  ] as const;
}

/** Lists of a policy whose settings are of the catalog. */
export const policyLists = [
  { at: "settings", key: [`settingInstance.${definitionId}`] },
  ...listsBelow("settings[]"),
] as const;

/** Lists of an object that is one setting of the catalog. */
export const instanceLists = listsBelow("settingInstance");
