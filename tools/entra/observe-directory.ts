import { z } from "zod";
import {
  application,
  federatedIdentityCredential,
  graphAppId,
  servicePrincipal,
} from "../../config/graph-contracts/directory-objects.ts";
import type { DirectoryClient } from "../../src/domain/graph/directory-client.ts";
import type { DesiredApplication } from "./desired-application.ts";
import { SetupProblem } from "./setup-problem.ts";

const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
const texts = listOf(z.string());
const grants = listOf(z.looseObject({ id: z.string(), value: z.string().nullish() }));

const claims = listOf(z.looseObject({ name: z.string() }));
const preAuthorized = listOf(z.looseObject({ appId: z.string(), delegatedPermissionIds: texts }));

const applicationSchema = z.object({
  id: z.string(),
  appId: z.string(),
  tags: texts,
  signInAudience: z.string().nullish(),
  groupMembershipClaims: z.string().nullish(),
  identifierUris: texts,
  api: z
    .object({
      requestedAccessTokenVersion: z.number().nullish(),
      oauth2PermissionScopes: grants,
      preAuthorizedApplications: preAuthorized,
    })
    .nullish(),
  optionalClaims: z.looseObject({ accessToken: claims, idToken: claims }).nullish(),
  appRoles: grants,
  requiredResourceAccess: listOf(
    z.looseObject({
      resourceAppId: z.string(),
      resourceAccess: listOf(z.looseObject({ id: z.string(), type: z.string() })),
    }),
  ),
  web: z.object({ redirectUris: texts }).nullish(),
  spa: z.object({ redirectUris: texts }).nullish(),
  passwordCredentials: listOf(z.unknown()),
  keyCredentials: listOf(z.unknown()),
});

const credentialSchema = z.object({ name: z.string(), issuer: z.string(), subject: z.string(), audiences: texts });

export type ObservedApplication = z.infer<typeof applicationSchema> & {
  readonly hasPrincipal: boolean;
  readonly credentials: readonly z.infer<typeof credentialSchema>[];
};

/** The directory as it is: the registrations by unique name, and what Microsoft Graph calls its permissions. */
export type ObservedDirectory = {
  readonly applications: ReadonlyMap<string, ObservedApplication>;
  /** Id of each application permission of Microsoft Graph, by name. */
  readonly permissionIds: ReadonlyMap<string, string>;
  /** Id of each delegated one; of one name it is another id. */
  readonly delegatedIds: ReadonlyMap<string, string>;
};

/** Reads, and changes nothing. */
export async function observeDirectory(
  client: DirectoryClient,
  desired: readonly DesiredApplication[],
  signal: AbortSignal,
): Promise<ObservedDirectory> {
  const ids = await readPermissionIds(client, signal);
  const applications = new Map<string, ObservedApplication>();
  for (const { uniqueName } of desired) {
    const found = await observeApplication(client, uniqueName, signal);
    if (found) applications.set(uniqueName, found);
  }
  return { applications, ...ids };
}

async function observeApplication(
  client: DirectoryClient,
  uniqueName: string,
  signal: AbortSignal,
): Promise<ObservedApplication | undefined> {
  const object = await client.find(application, { key: uniqueName }, signal);
  if (!object) return undefined;
  const found = applicationSchema.parse(object);
  const principal = await client.find(servicePrincipal, { key: found.appId }, signal);
  const credentials = await client.list(federatedIdentityCredential, found.appId, signal);
  return {
    ...found,
    hasPrincipal: principal !== undefined,
    credentials: credentials.map((each) => credentialSchema.parse(each)),
  };
}

const graphSchema = z.object({
  appRoles: z.array(z.object({ id: z.string(), value: z.string().nullish(), allowedMemberTypes: z.array(z.string()) })),
  oauth2PermissionScopes: grants,
});

async function readPermissionIds(
  client: DirectoryClient,
  signal: AbortSignal,
): Promise<Pick<ObservedDirectory, "permissionIds" | "delegatedIds">> {
  const graph = await client.find(servicePrincipal, { key: graphAppId }, signal);
  if (!graph)
    throw new SetupProblem("This directory does not know Microsoft Graph, so no permission of it can be asked for.");
  const { appRoles, oauth2PermissionScopes } = graphSchema.parse(graph);
  const roles = appRoles.filter((each) => each.allowedMemberTypes.includes("Application"));
  return { permissionIds: idsByName(roles), delegatedIds: idsByName(oauth2PermissionScopes) };
}

function idsByName(grants: readonly { id: string; value?: string | null | undefined }[]): Map<string, string> {
  return new Map(grants.flatMap(({ id, value }) => (value ? [[value, id] as const] : [])));
}
