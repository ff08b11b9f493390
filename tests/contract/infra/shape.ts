import hostSettings from "../../../infra/host-settings.json" with { type: "json" };
import { settingsOf } from "./app-settings.ts";
import { ofType, ownName, type Predicted } from "./predicted.ts";

/** One fact for each promise about how an environment is built, as `what: value`. */
export function shapeOf(resources: Predicted[]): string[] {
  return [...appsOf(resources), ...databaseOf(resources), ...storageOf(resources), ...monitoringOf(resources)];
}

/** Each app has its plan, its identity and its scale. */
function appsOf(resources: Predicted[]): string[] {
  return ["http", "worker"].flatMap((app) => {
    const site = resources.find(
      (each) => each.type === "Microsoft.Web/sites" && each.tags?.["azd-service-name"] === app,
    );
    const planId = String(site?.properties["serverFarmId"]);
    const plan = ofType(resources, "Microsoft.Web/serverfarms").find((each) => each.id === planId);
    const identities = Object.keys(Object(Object(site?.["identity"]).userAssignedIdentities));
    const { runtime, scaleAndConcurrency } = Object(site?.properties["functionAppConfig"]);
    const { maximumInstanceCount, instanceMemoryMB, alwaysReady } = Object(scaleAndConcurrency);
    const ready = [alwaysReady].flat().map(({ name, instanceCount }) => `${name} ${instanceCount}`);
    return [
      `${app} plan: ${ownNameOf(plan)} ${plan?.sku?.name} zones ${String(plan?.properties["zoneRedundant"] === true)}`,
      `${app} identities: ${identities.map((id) => /'(\w+)Identity-/.exec(id)?.[1]).join()}`,
      `${app} runtime: ${Object(runtime).name} ${Object(runtime).version}`,
      `${app} scale: ${maximumInstanceCount} of ${instanceMemoryMB} MB, ready: ${ready.join() || "none"}`,
    ];
  });
}

function ownNameOf(resource: Predicted | undefined): string {
  return resource === undefined ? "none" : ownName(resource).replace(/^plan-tenantpilot-|-\w+$/g, "");
}

function databaseOf(resources: Predicted[]): string[] {
  const [account] = ofType(resources, "Microsoft.DocumentDB/databaseAccounts");
  const [database] = ofType(resources, "Microsoft.DocumentDB/databaseAccounts/sqlDatabases");
  const { locations, backupPolicy, capabilities, enableMultipleWriteLocations, enableAutomaticFailover } = Object(
    account?.properties,
  );
  const options = Object(Object(database?.properties)["options"]);
  const regions = [locations].flat().map((each) => `${each.locationName} zones ${each.isZoneRedundant}`);
  const isServerless = [capabilities].flat().some(({ name }) => name === "EnableServerless");
  return [
    `database capacity: ${isServerless ? "serverless" : `autoscale to ${options.autoscaleSettings?.maxThroughput}`}`,
    `database regions: ${regions.join()}, writes in ${enableMultipleWriteLocations ? "all" : "one"}`,
    `database failover: ${enableAutomaticFailover ? "automatic" : "none"}`,
    `database backup: ${Object(backupPolicy).type} ${Object(backupPolicy).continuousModeProperties?.tier}`,
  ];
}

function storageOf(resources: Predicted[]): string[] {
  return ofType(resources, "Microsoft.Storage/storageAccounts").map(
    ({ name, sku }) => `storage ${/^sttp(snap|tran|h|w)/.exec(name)?.[1]}: ${sku?.name}`,
  );
}

function monitoringOf(resources: Predicted[]): string[] {
  const [workspace] = ofType(resources, "Microsoft.OperationalInsights/workspaces");
  const [insights] = ofType(resources, "Microsoft.Insights/components");
  const { retentionInDays, workspaceCapping, features } = Object(workspace?.properties);
  return [
    `workspace: ${retentionInDays} days, ${Object(workspaceCapping).dailyQuotaGb} GB a day, keys ${Object(features).disableLocalAuth ? "off" : "on"}`,
    `insights: ${Number(insights?.properties["SamplingPercentage"])} % sampled into ${ownNameOf(workspaceOf(resources, insights))}`,
  ];
}

function workspaceOf(resources: Predicted[], insights: Predicted | undefined): Predicted | undefined {
  return resources.find(({ id }) => id === insights?.properties["WorkspaceResourceId"]);
}

/** Names on the host's list that no app of any environment has: the list holds in both directions. */
export function unusedHostSettings(environments: Predicted[][]): string[] {
  const deployed = environments.flatMap((resources) =>
    ["http", "worker"].flatMap((app) => [...settingsOf(resources, app).keys()]),
  );
  return Object.keys(hostSettings).filter((name) => !deployed.includes(name));
}
