import { contracts } from "../../config/graph-contracts/registry.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import derivedTypes from "./derived-types.json" with { type: "json" };

/** Where an object belongs, or why nobody can tell. */
export type Placement =
  | { readonly collectionPath: string; readonly reason?: never }
  | { readonly collectionPath?: never; readonly reason: string };

const pathByType = new Map<string, string>(
  [
    ...contracts.flatMap(({ fixedOdataType, kinds, path }) => {
      const types = kinds.by === "odataType" ? kinds.is : [];
      return [...types, ...(fixedOdataType ? [fixedOdataType] : [])].map((type) => [type, path] as const);
    }),
    ...Object.entries(derivedTypes).flatMap(([path, types]) =>
      types.map((type) => [`#microsoft.graph.${type}`, path] as const),
    ),
  ].map(([type, path]) => [type.toLowerCase(), path]),
);

// Secrets are not imported either, and what lies below another object has no collection to go to.
const paths = contracts.filter(({ read, path }) => read !== "never" && !path.includes("{")).map(({ path }) => path);
const pathsOfSeveralTypes: readonly string[] = Object.keys(derivedTypes);

/** Folders whose objects are all of one type, which they need not name: those of export tools and of the portal. */
const pathByFolder = new Map([
  ["settingscatalog", "/deviceManagement/configurationPolicies"],
  ["settings catalog", "/deviceManagement/configurationPolicies"],
  ["nativeimport", "/deviceManagement/configurationPolicies"],
  ["administrativetemplates", "/deviceManagement/groupPolicyConfigurations"],
  ["powershellscripts", "/deviceManagement/deviceManagementScripts"],
  ["device management scripts", "/deviceManagement/deviceManagementScripts"],
  ["devicehealthscripts", "/deviceManagement/deviceHealthScripts"],
  ["device health scripts", "/deviceManagement/deviceHealthScripts"],
  ["driverupdateprofiles", "/deviceManagement/windowsDriverUpdateProfiles"],
  ["assignmentfilters", "/deviceManagement/assignmentFilters"],
  ["scopetags", "/deviceManagement/roleScopeTags"],
  ["conditionalaccess", "/identity/conditionalAccess/policies"],
  ["groups", "/groups"],
]);

/** The object says its type, else the address it was read from says it, else its folder (innermost last). */
export function collectionOf(object: JsonObject, folders: readonly string[]): Placement {
  const type = textAt(object, "@odata.type");
  const address = addressOf(textAt(object, "@odata.context"));
  const fromAddress = paths.find((path) => path.toLowerCase() === address?.toLowerCase());
  if (type) return placeByType(type, fromAddress);
  if (address && !fromAddress) return { reason: `The product keeps no objects of ${address}` };
  const collectionPath = fromAddress ?? pathOfFolders(folders);
  if (!collectionPath) return { reason: "Neither @odata.type nor @odata.context nor a known folder says what it is" };
  if (!pathsOfSeveralTypes.includes(collectionPath)) return { collectionPath };
  return { reason: `${collectionPath} holds several types and the object has no @odata.type` };
}

/** A type that is newer than the list is believed when it was read from a collection of several types. */
function placeByType(type: string, fromAddress: string | undefined): Placement {
  const known = pathByType.get(type.toLowerCase());
  if (known) return { collectionPath: known };
  if (fromAddress && pathsOfSeveralTypes.includes(fromAddress)) return { collectionPath: fromAddress };
  return { reason: `The product keeps no objects of type ${type}` };
}

/** `…/$metadata#deviceManagement/configurationPolicies(settings())/$entity` names the collection; one with a key, a child. */
function addressOf(context: string | undefined): string | undefined {
  const [, path] =
    /\$metadata#([\w./]+?)(?:\([^']*\))?(?:\/microsoft\.graph\.\w+)?(?:\/\$entity)?$/.exec(context ?? "") ?? [];
  return path && `/${path}`;
}

function pathOfFolders(folders: readonly string[]): string | undefined {
  return folders.map((folder) => pathByFolder.get(folder.toLowerCase())).findLast((path) => path !== undefined);
}

/** Old exports write @OData.Type: the case of annotations does not count. */
function textAt(object: JsonObject, name: string): string | undefined {
  const [, value] = Object.entries(object).find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === "string" ? value : undefined;
}
