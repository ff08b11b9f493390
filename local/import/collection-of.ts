import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { graphTypes, importableContracts } from "./graph-types.ts";

/** The collection that an object belongs to, or why it is unknown. */
export type CollectionMatch =
  | { readonly collectionPath: string; readonly reason?: never }
  | { readonly collectionPath?: never; readonly reason: string };

const paths = importableContracts.map(({ path }) => path);

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
  ["assignment filters", "/deviceManagement/assignmentFilters"],
  ["scopetags", "/deviceManagement/roleScopeTags"],
  ["conditionalaccess", "/identity/conditionalAccess/policies"],
  ["conditional access", "/identity/conditionalAccess/policies"],
  ["conditional access policies", "/identity/conditionalAccess/policies"],
  ["groups", "/groups"],
]);

/** The object says its type, else the address it was read from says it, else its folder (innermost last). */
export function collectionOf(object: JsonObject, folders: readonly string[]): CollectionMatch {
  const type = textAt(object, "@odata.type");
  const address = addressOf(textAt(object, "@odata.context"));
  const fromAddress = paths.find((path) => path.toLowerCase() === address?.toLowerCase());
  if (type) return placeByType(type, fromAddress);
  if (address && !fromAddress) return { reason: `The product keeps no objects of ${address}` };
  const collectionPath = fromAddress ?? pathOfFolders(folders);
  if (!collectionPath) return { reason: "Neither @odata.type nor @odata.context nor a known folder says what it is" };
  if (!graphTypes().hasSeveralTypes(collectionPath)) return { collectionPath };
  return { reason: `${collectionPath} holds several types and the object has no @odata.type` };
}

/** A type that is newer than the declarations is believed when it was read from a collection of several types. */
function placeByType(type: string, fromAddress: string | undefined): CollectionMatch {
  const known = graphTypes().collectionOfType(type);
  if (known) return { collectionPath: known };
  if (fromAddress && graphTypes().hasSeveralTypes(fromAddress)) return { collectionPath: fromAddress };
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
