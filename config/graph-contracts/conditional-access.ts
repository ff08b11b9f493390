import type { ConditionalAccessPolicy, NamedLocation } from "@microsoft/microsoft-graph-types-beta";
import { defineContract } from "./define-contract.ts";

const permissions = { read: ["Policy.Read.All"], write: ["Policy.ReadWrite.ConditionalAccess", "Policy.Read.All"] };

export const namedLocation = defineContract<NamedLocation>({
  key: "namedLocation",
  displayName: "Named location",
  platformGroup: "identity",
  version: "v1.0",
  path: "/identity/conditionalAccess/namedLocations",
  serviceGroup: "conditionalAccess",
  odataTypes: null,
  detail: "list",
  assignments: "none",
  nameProperty: "displayName",
  platform: null,
  volatile: ["createdDateTime", "modifiedDateTime"],
  risk: "high",
  restore: "preview_only",
  permissions,
});

export const conditionalAccessPolicy = defineContract<ConditionalAccessPolicy>({
  key: "conditionalAccessPolicy",
  displayName: "Conditional access policy",
  platformGroup: "identity",
  version: "v1.0",
  path: "/identity/conditionalAccess/policies",
  serviceGroup: "conditionalAccess",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.conditionalAccessPolicy",
  detail: "list",
  assignments: "none",
  nameProperty: "displayName",
  platform: null,
  meta: ["state"],
  volatile: ["createdDateTime", "modifiedDateTime"],
  references: [
    { to: "group", path: "conditions.users.includeGroups[]" },
    { to: "group", path: "conditions.users.excludeGroups[]" },
    { to: "namedLocation", path: "conditions.locations.includeLocations[]" },
    { to: "namedLocation", path: "conditions.locations.excludeLocations[]" },
  ],
  licence: "Microsoft Entra ID P1",
  risk: "high",
  restore: "preview_only",
  permissions,
});
