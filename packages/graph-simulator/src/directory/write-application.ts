import { randomUUID } from "node:crypto";
import { type Entity, isEntity, itemsOf } from "../entity.ts";
import { badDirectoryRequest } from "./directory-error.ts";
import type { TenantDirectory } from "./make-directory.ts";

const defaults: Entity = {
  signInAudience: "AzureADMyOrg",
  tags: [],
  identifierUris: [],
  appRoles: [],
  requiredResourceAccess: [],
  api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
  optionalClaims: null,
  groupMembershipClaims: null,
  web: { redirectUris: [], homePageUrl: null },
  spa: { redirectUris: [] },
  passwordCredentials: [],
  keyCredentials: [],
};

const writable = new Set(["displayName", "notes", ...Object.keys(defaults)]);

/** An application as it is made by its unique name. */
export function newApplication(uniqueName: string, body: Entity): Entity {
  if (typeof body["displayName"] !== "string") {
    throw badDirectoryRequest("A value is required for property 'displayName' of resource 'Application'.");
  }
  return { id: randomUUID(), appId: randomUUID(), uniqueName, ...defaults };
}

/** The application with the properties of the body, or a refusal for what a directory does not accept. */
export function withChanges(directory: TenantDirectory, application: Entity, body: Entity): Entity {
  const unknown = Object.keys(body).find((name) => !writable.has(name));
  if (unknown !== undefined) throw badDirectoryRequest(`Property '${unknown}' cannot be written.`);
  if (itemsOf(body, "passwordCredentials").length > 0) {
    throw badDirectoryRequest("Updating passwordCredentials by PATCH is not supported.");
  }
  // Of a complex property what the body leaves out stays as it is.
  const merged = Object.entries(body).map(([name, value]) => [name, mergeComplex(application[name], value)]);
  const changed: Entity = { ...application, ...Object.fromEntries(merged) };
  checkUris(directory, changed);
  checkReturns(changed);
  checkPreAuthorized(directory, changed);
  checkKept(application, changed);
  return changed;
}

function mergeComplex(before: unknown, value: unknown): unknown {
  return isEntity(before) && isEntity(value) ? { ...before, ...value } : value;
}

/** https://learn.microsoft.com/entra/identity-platform/identifier-uri-restrictions, as a directory of today enforces it. */
function checkUris(directory: TenantDirectory, application: Entity): void {
  for (const uri of textsOf(application, "identifierUris")) {
    if (uri !== `api://${String(application["appId"])}`) {
      throw badDirectoryRequest(`Failed to add identifier URI ${uri}: it must contain the id of the application.`);
    }
    const others = directory.all("/applications").filter(({ id }) => id !== application["id"]);
    if (others.some((each) => textsOf(each, "identifierUris").includes(uri))) {
      throw badDirectoryRequest("Another object with the same value for property identifierUris already exists.");
    }
  }
}

/** https://learn.microsoft.com/entra/identity-platform/reply-url: TLS, but on the machine itself. */
function checkReturns(application: Entity): void {
  const uris = ["web", "spa"].flatMap((place) => textsOf(partOf(application, place), "redirectUris"));
  const wrong = uris.find((uri) => !/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(uri));
  if (wrong !== undefined) throw badDirectoryRequest(`The redirect URI ${wrong} is not valid: it must use https.`);
  if (new Set(uris).size < uris.length) throw badDirectoryRequest("A redirect URI can be of one platform only.");
}

/** Who is not asked for consent must exist, and so must the scopes that it gets. */
function checkPreAuthorized(directory: TenantDirectory, application: Entity): void {
  const api = partOf(application, "api");
  const scopes = itemsOf(api, "oauth2PermissionScopes").map(({ id }) => id);
  for (const each of itemsOf(api, "preAuthorizedApplications")) {
    const isKnown = directory.all("/applications").some(({ appId }) => appId === each["appId"]);
    if (!isKnown) throw badDirectoryRequest(`The pre-authorized application ${String(each["appId"])} does not exist.`);
    if (textsOf(each, "delegatedPermissionIds").some((id) => !scopes.includes(id))) {
      throw badDirectoryRequest("A pre-authorized permission is none of the application's scopes.");
    }
  }
}

function partOf(application: Entity, name: string): Entity {
  const value = application[name];
  return isEntity(value) ? value : {};
}

/** A scope or role that people may have been given cannot vanish while it is enabled. */
function checkKept(before: Entity, after: Entity): void {
  const ids = new Set(grantsOf(after).map(({ id }) => id));
  if (grantsOf(before).some(({ id, isEnabled }) => isEnabled === true && !ids.has(id))) {
    throw badDirectoryRequest(
      "Permission (scope or role) cannot be deleted or updated unless disabled first.",
      "CannotDeleteOrUpdateEnabledEntitlement",
    );
  }
}

function grantsOf(application: Entity): readonly Entity[] {
  return [...itemsOf(application, "appRoles"), ...itemsOf(partOf(application, "api"), "oauth2PermissionScopes")];
}

function textsOf(entity: Entity, name: string): readonly string[] {
  const value = entity[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
