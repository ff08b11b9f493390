/** What the assignments of an object name, wherever it has them. */
export const assignedReferences = [
  { to: "group", path: "assignments[].target.groupId" },
  { to: "assignmentFilter", path: "assignments[].target.deviceAndAppManagementAssignmentFilterId" },
  { to: "configManagerCollection", path: "assignments[].target.collectionId" },
] as const;

/** Scope tags under the name that most types use. */
export const scopeTagReference = { to: "roleScopeTag", path: "roleScopeTagIds[]" } as const;

/** What an assigned type with scope tags refers to. */
export const usualReferences = [...assignedReferences, scopeTagReference] as const;
