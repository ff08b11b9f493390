import containers from "../../../config/blobs.json" with { type: "json" };
import { ofType, ownName, type Predicted } from "./predicted.ts";

/** What is missing before nobody can change a sealed snapshot or a digest of the audit. `state` is what the account's policy must be. */
export function unprotected(resources: Predicted[], state: "Unlocked" | "Locked"): string[] {
  return [...new Set(containers.snapshots.flatMap(({ name }) => unprotectedContainer(resources, name, state)))];
}

function unprotectedContainer(resources: Predicted[], name: string, state: "Unlocked" | "Locked"): string[] {
  const container = containersOf(resources).find((each) => ownName(each) === name);
  if (container === undefined) return [`there is no container ${name}`];
  const account = container.name.split("/").at(0);
  const problems: string[] = [];
  if (!enabled(container.properties)) problems.push("the container has no version-level immutability");
  const service = ofType(resources, "Microsoft.Storage/storageAccounts/blobServices").find((each) =>
    each.name.startsWith(`${account}/`),
  );
  if (service?.properties["isVersioningEnabled"] !== true) problems.push("the account keeps no versions");
  const owner = ofType(resources, "Microsoft.Storage/storageAccounts").find((each) => each.name === account);
  const policy: object = Object(Reflect.get(policyOf(owner?.properties), "immutabilityPolicy"));
  if (Reflect.get(policy, "state") !== state) problems.push(`the policy is not ${state}`);
  if (!(Number(Reflect.get(policy, "immutabilityPeriodSinceCreationInDays")) >= 1)) problems.push("it protects no day");
  return problems;
}

/** Blobs that would not be gone for good after the days that config/blobs.json gives them, by container. */
export function retainedTooLong(resources: Predicted[]): string[] {
  return containers.transient.flatMap(({ name, keptDays }) => {
    const found = containersOf(resources).find((each) => ownName(each) === name);
    const account = found?.name.split("/")[0];
    if (found === undefined) return [`there is no container ${name}`];
    const below = (type: string) => resources.find((each) => each.type === type && each.name.startsWith(`${account}/`));
    const service = Object(below("Microsoft.Storage/storageAccounts/blobServices")?.properties);
    const owner = ofType(resources, "Microsoft.Storage/storageAccounts").find((each) => each.name === account);
    const policy = Object(below("Microsoft.Storage/storageAccounts/managementPolicies")?.properties["policy"]);
    const rule = Object([policy.rules].flat().find((each) => Object(each).name === name));
    const days = rule.definition?.actions.baseBlob.delete?.daysAfterCreationGreaterThan;
    const problems: string[] = [];
    if (service.isVersioningEnabled !== false) problems.push(`${name}: versions stay`);
    if (service.deleteRetentionPolicy?.enabled !== false) problems.push(`${name}: deleted blobs stay`);
    if ([found, owner].some((each) => Reflect.has(policyOf(each?.properties), "enabled"))) {
      problems.push(`${name}: a policy protects it`);
    }
    if (rule.enabled !== true || days !== keptDays) problems.push(`${name}: deleted after ${days} days`);
    if (String(rule.definition?.filters.prefixMatch) !== `${name}/`) problems.push(`${name}: the rule is of others`);
    return problems;
  });
}

function containersOf(resources: Predicted[]): Predicted[] {
  return ofType(resources, "Microsoft.Storage/storageAccounts/blobServices/containers");
}

function enabled(properties: Record<string, unknown>): boolean {
  return Reflect.get(policyOf(properties), "enabled") === true;
}

function policyOf(properties: Record<string, unknown> | undefined): object {
  return Object(properties?.["immutableStorageWithVersioning"]);
}

/** Custom roles whose names another environment of the directory could have: without the token of this one. */
export function ambiguousRoleNames(resources: Predicted[]): string[] {
  const account = ofType(resources, "Microsoft.Storage/storageAccounts").find(({ name }) =>
    name.startsWith("sttpsnap"),
  );
  const token = account?.name.slice("sttpsnap".length) ?? "no account";
  const names = ofType(resources, "Microsoft.Authorization/roleDefinitions").map(({ properties }) =>
    String(properties["roleName"]),
  );
  return names.filter((name) => !name.includes(token));
}

/** Custom roles and the data actions that they must not, or must, have. */
export function wrongCustomRoles(resources: Predicted[]): string[] {
  const actions = new Map(
    ofType(resources, "Microsoft.Authorization/roleDefinitions").map((each) => [
      String(each.properties["roleName"]).replace(/ \(.*\)$/, ""),
      JSON.stringify(each.properties["permissions"]),
    ]),
  );
  const writer = actions.get("TenantPilot Snapshot Writer") ?? "";
  const retention = actions.get("TenantPilot Snapshot Retention") ?? "";
  const problems = ["delete", "Version", "SuperUser", "*"]
    .filter((word) => writer.includes(word))
    .map((word) => `the writer's role holds ${word}`);
  if (!writer.includes("blobs/write")) problems.push("the writer cannot write");
  if (!retention.includes("deleteBlobVersion")) problems.push("retention cannot delete a version");
  if (retention.includes("blobs/write")) problems.push("retention can write");
  return problems;
}
