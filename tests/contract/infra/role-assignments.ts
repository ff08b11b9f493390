import access from "../../../config/access.json" with { type: "json" };
import hostRoles from "../../../infra/host-roles.json" with { type: "json" };
import roleIds from "../../../infra/role-ids.json" with { type: "json" };
import { ofType, ownName, type Predicted } from "./predicted.ts";

const dataRoles: Record<string, string> = {
  "00000000-0000-0000-0000-000000000002": "Cosmos DB Built-in Data Contributor",
};

/** `identity: role on resource` of every assignment that would be made, sorted. */
export function assignedRoles(resources: Predicted[]): string[] {
  const azure = ofType(resources, "Microsoft.Authorization/roleAssignments");
  const cosmos = ofType(resources, "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments");
  return [...azure, ...cosmos].map((each) => lineOf(resources, each)).sort();
}

/** The same lines as the tables of the repository want them for this environment. */
export function wantedRoles(resources: Predicted[]): string[] {
  const scheduler = ofType(resources, "Microsoft.DurableTask/schedulers").length > 0;
  const product = Object.entries(access.identities).flatMap(([identity, grants]) =>
    // Trust between an identity and an application of Entra is no role in Azure.
    grants.filter(({ resource }) => !resource.startsWith("entra/")).map((grant) => toLine(identity, grant)),
  );
  const host = Object.entries(hostRoles).flatMap(([identity, grants]) =>
    grants
      .filter(({ role, resource }) =>
        scheduler ? role !== "Storage Queue Data Contributor" : resource !== "scheduler",
      )
      .map((grant) => toLine(identity, grant)),
  );
  return [...product, ...host].sort();
}

export function toLine(identity: string, { role, resource }: { role: string; resource: string }): string {
  return `${identity}: ${role} on ${resource}`;
}

function lineOf(resources: Predicted[], { id, properties }: Predicted): string {
  const identity = /'(http|worker)Identity-/.exec(String(properties["principalId"]))?.[1] ?? "somebody";
  const roleId = String(properties["roleDefinitionId"]).split("/").at(-1) ?? "";
  const extended = /extensionResourceId\('([^']+)'/.exec(id)?.[1] ?? "";
  const scope = typeof properties["scope"] === "string" ? properties["scope"] : extended;
  return toLine(identity, { role: roleName(resources, roleId), resource: resourceName(scope, identity) });
}

function roleName(resources: Predicted[], roleId: string): string {
  const own = ofType(resources, "Microsoft.Authorization/roleDefinitions").find((each) => ownName(each) === roleId);
  if (own !== undefined) return String(own.properties["roleName"]).replace(/ \(.*\)$/, "");
  const builtIn = Object.entries(roleIds).find(([, guid]) => guid === roleId)?.[0];
  return builtIn ?? dataRoles[roleId] ?? `unknown role ${roleId}`;
}

// What the tables call a scope. Each app's host account has the letter of the app in its name.
function resourceName(scope: string, identity: string): string {
  const names: [RegExp, string][] = [
    [/\/databaseAccounts\/[^/]+\/dbs\/tenantpilot$/, "cosmos"],
    [/\/queues\/operations$/, "serviceBus/operations"],
    [/\/storageAccounts\/sttpsnap[^/]+\/blobServices\/default\/containers\/snapshots$/, "blobs/snapshots"],
    [/\/storageAccounts\/sttpsnap[^/]+\/blobServices\/default\/containers\/audit$/, "blobs/audit"],
    [/\/storageAccounts\/sttptran[^/]+\/blobServices\/default\/containers\/staging$/, "blobs/staging"],
    [new RegExp(`/storageAccounts/sttp${identity.charAt(0)}(?!nap)[^/]+$`), "host"],
    [/\/components\/[^/]+$/, "telemetry"],
    [/\/schedulers\/[^/]+\/taskHubs\/[^/]+$/, "scheduler"],
  ];
  return names.find(([pattern]) => pattern.test(scope))?.[1] ?? scope;
}
