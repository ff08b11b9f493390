import { describe, expect, it } from "vitest";
import { wrongAlerts } from "./infra/alert-runbooks.ts";
import { productSettings, settingsOf, wrongSettings } from "./infra/app-settings.ts";
import { declaredContainers, declaredQueues, deployedContainers, deployedQueues } from "./infra/declared-stores.ts";
import { openEndpoints, publicData } from "./infra/exposure.ts";
import { maxCores, refusedByFlex, sleepingGroups, waitingInstances } from "./infra/flex.ts";
import { wrongMeasurements } from "./infra/measurement-use.ts";
import { differences, parametersOf, readParameters } from "./infra/parameter-files.ts";
import { mutated, ownName, type Predicted, readSnapshot, readText } from "./infra/predicted.ts";
import { ambiguousRoleNames, retainedTooLong, unprotected, wrongCustomRoles } from "./infra/protection.ts";
import { assignedRoles, wantedRoles } from "./infra/role-assignments.ts";
import { shapeOf, unusedHostSettings } from "./infra/shape.ts";

const prod = readSnapshot("prod").predictedResources;

const isA = (type: string, name?: string) => (each: Predicted) =>
  each.type === type && (name === undefined || ownName(each) === name || each.name.includes(name));
const storageType = "Microsoft.Storage/storageAccounts";
const container = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";
const queue = "Microsoft.ServiceBus/namespaces/queues";
const account = "Microsoft.DocumentDB/databaseAccounts";
const workspace = "Microsoft.OperationalInsights/workspaces";
const scale = ["functionAppConfig", "scaleAndConcurrency"];

describe("a rule sees", () => {
  it("a rule sees the settings at all", () => {
    expect(productSettings).toContain("COSMOS_ENDPOINT");
  });

  it("a rule sees a setting that is gone, one that nobody reads, and the wrong part", () => {
    const site = isA("Microsoft.Web/sites", "worker");
    const path = ["properties", "siteConfig", "appSettings", "0", "name"];
    expect(wrongSettings(mutated(prod, site, path, "ALOWED_TENANTS"))).toHaveLength(2);
    const partAt = [...settingsOf(prod, "worker").keys()].indexOf("APP_PART");
    const part = ["properties", "siteConfig", "appSettings", String(partAt), "value"];
    expect(wrongSettings(mutated(prod, site, part, "http"))).toHaveLength(1);
  });

  it.each([
    ["a unique key", ["uniqueKeyPolicy", "uniqueKeys", "0", "paths", "0"], "/other"],
    ["a partition key", ["partitionKey", "paths", "0"], "/id"],
    ["a composite index", ["indexingPolicy", "compositeIndexes", "0", "0", "order"], "descending"],
    ["a time to live", ["defaultTtl"], 3600],
  ])("a rule sees %s that is another", (_what, path, value) => {
    const changed = mutated(prod, isA(container, "tenantData"), ["properties", "resource", ...path], value);
    expect(deployedContainers(changed)).not.toEqual(declaredContainers);
  });

  it.each([
    ["requiresDuplicateDetection", false],
    ["lockDuration", "PT30S"],
    ["lockDuration", "PT60S"],
    ["defaultMessageTimeToLive", "PT24H"],
    ["maxDeliveryCount", 3],
    ["deadLetteringOnMessageExpiration", false],
  ])("a rule sees a queue whose %s is another", (key, value) => {
    expect(deployedQueues(mutated(prod, isA(queue), ["properties", key], value))).not.toEqual(declaredQueues);
  });

  it.each([
    [
      "a role of another kind",
      (each: Predicted) => String(each.properties["description"]).startsWith("http: Azure"),
      "roleDefinitionId",
      "/x/4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
    ],
    [
      "a role of another identity",
      (each: Predicted) => String(each.properties["description"]).startsWith("worker: Tenant"),
      "principalId",
      "'httpIdentity-x'",
    ],
    [
      "a data role on the whole account",
      isA("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments"),
      "scope",
      "/x",
    ],
  ])("a rule sees %s", (_what, fits, key, value) => {
    const changed = mutated(prod, fits, ["properties", key], value);
    expect(assignedRoles(changed)).not.toEqual(wantedRoles(changed));
  });

  it("a rule sees a role that is missing", () => {
    const fewer = prod.filter(({ properties }) => properties["description"] !== "worker: TenantPilot Snapshot Writer");
    expect(assignedRoles(fewer)).not.toEqual(wantedRoles(fewer));
  });

  it.each([
    ["shared keys", storageType, "allowSharedKeyAccess", true],
    ["public blobs", storageType, "allowBlobPublicAccess", true],
    ["an old TLS", storageType, "minimumTlsVersion", "TLS1_0"],
    ["keys of the database", account, "disableLocalAuth", false],
    ["keys of the queue", "Microsoft.ServiceBus/namespaces", "disableLocalAuth", undefined],
    ["telemetry without an identity", "Microsoft.Insights/components", "DisableLocalAuth", false],
    ["plain http", "Microsoft.Web/sites", "httpsOnly", false],
    ["a password for deployments", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", true],
  ])("a rule sees %s", (_what, type, key, value) => {
    expect(openEndpoints(mutated(prod, isA(type), ["properties", key], value))).toHaveLength(1);
  });

  it("a rule sees an app that speaks an old TLS, and one that lost the rule against passwords", () => {
    const old = mutated(prod, isA("Microsoft.Web/sites"), ["properties", "siteConfig", "minTlsVersion"], "1.0");
    expect(openEndpoints(old)).toHaveLength(1);
    const lost = prod.filter(({ name }) => !name.endsWith("/scm"));
    expect(openEndpoints(lost)).toHaveLength(3);
  });

  it.each(["ftpsState", "linuxFxVersion", "alwaysOn"])("a rule sees that Flex is told %s, also as null", (name) => {
    const site = isA("Microsoft.Web/sites", "worker");
    expect(refusedByFlex(mutated(prod, site, ["properties", "siteConfig", name], null))).toHaveLength(1);
  });

  it("a rule sees a policy against FTP, a worker that anybody may call, and a role's name without the environment's token", () => {
    const policy = prod.find(({ name }) => name.endsWith("/scm"));
    const ftp = prod.concat({ ...Object(policy), name: `${policy?.name.replace("/scm", "/ftp")}` });
    expect(refusedByFlex(ftp)).toHaveLength(1);
    const path = ["properties", "siteConfig", "ipSecurityRestrictionsDefaultAction"];
    expect(openEndpoints(mutated(prod, isA("Microsoft.Web/sites", "worker"), path, "Allow"))).toHaveLength(1);
    const role = isA("Microsoft.Authorization/roleDefinitions");
    const name = "TenantPilot Snapshot Writer (rg-tenantpilot-prod)";
    expect(ambiguousRoleNames(mutated(prod, role, ["properties", "roleName"], name))).toEqual([name]);
  });

  it("a rule sees zones that keep every timer awake, more cores than a region gives, and a queue that nobody waits at", () => {
    const zones = mutated(prod, isA("Microsoft.Web/serverfarms", "worker"), ["properties", "zoneRedundant"], true);
    expect(waitingInstances(zones)).toBe(waitingInstances(prod) + 12);
    const worker = isA("Microsoft.Web/sites", "worker");
    expect(maxCores(mutated(prod, worker, ["properties", ...scale, "maximumInstanceCount"], 80))).toBeGreaterThan(250);
    const asleep = mutated(
      prod,
      worker,
      ["properties", ...scale, "alwaysReady"],
      [{ name: "durable", instanceCount: 1 }],
    );
    expect(sleepingGroups(asleep)).toEqual(["function:operations"]);
  });

  it.each([storageType, "Microsoft.DocumentDB/databaseAccounts", "Microsoft.DurableTask/schedulers"])(
    "a rule sees that %s is public",
    (type) => {
      const changed = mutated(prod, isA(type), ["properties", "publicNetworkAccess"], "Enabled");
      expect(publicData(changed)).toHaveLength(1);
    },
  );

  it.each([
    [
      "the container",
      "Microsoft.Storage/storageAccounts/blobServices/containers",
      "snapshots",
      ["immutableStorageWithVersioning", "enabled"],
      false,
    ],
    ["the versions", "Microsoft.Storage/storageAccounts/blobServices", "sttpsnap", ["isVersioningEnabled"], false],
    [
      "the lock",
      storageType,
      "sttpsnap",
      ["immutableStorageWithVersioning", "immutabilityPolicy", "state"],
      "Unlocked",
    ],
    [
      "the days",
      storageType,
      "sttpsnap",
      ["immutableStorageWithVersioning", "immutabilityPolicy", "immutabilityPeriodSinceCreationInDays"],
      0,
    ],
  ])("a rule sees that %s no longer protects", (_what, type, name, path, value) => {
    expect(unprotected(mutated(prod, isA(type, name), ["properties", ...path], value), "Locked")).toHaveLength(1);
  });

  const rule = ["policy", "rules", "0", "definition"];
  it.each([
    ["versions stay", "blobServices", ["isVersioningEnabled"], true],
    ["deleted blobs stay", "blobServices", ["deleteRetentionPolicy", "enabled"], true],
    ["a policy protects", "blobServices/containers", ["immutableStorageWithVersioning"], { enabled: true }],
    ["no rule deletes", "managementPolicies", ["policy", "rules"], []],
    [
      "a rule deletes later",
      "managementPolicies",
      [...rule, "actions", "baseBlob", "delete", "daysAfterCreationGreaterThan"],
      9,
    ],
    ["a rule deletes other blobs", "managementPolicies", [...rule, "filters", "prefixMatch", "0"], "other/"],
  ])("a rule sees that %s in the account of what is transient", (_what, type, path, value) => {
    const changed = mutated(prod, isA(`${storageType}/${type}`, "sttptran"), ["properties", ...path], value);
    expect(retainedTooLong(changed)).not.toEqual([]);
  });

  it("a rule sees a writer of snapshots that may delete", () => {
    const role = "Microsoft.Authorization/roleDefinitions";
    const path = ["properties", "permissions", "0", "dataActions", "0"];
    expect(wrongCustomRoles(mutated(prod, isA(role), path, "x/blobs/delete"))).toHaveLength(1);
  });

  it("a rule sees an alert whose runbook does not exist, and one that is switched off unsaid", () => {
    const alert = isA("Microsoft.Insights/metricAlerts");
    const text = "Runbook: https://example.com/docs/runbooks/nowhere.md";
    expect(wrongAlerts(mutated(prod, alert, ["properties", "description"], text))).toHaveLength(2);
    expect(wrongAlerts(mutated(prod, alert, ["properties", "enabled"], false))).toHaveLength(1);
  });

  it.each([
    ["a measurement that nobody tells", 'AppMetrics | where Name == "tenantpilot.runs.lost"'],
    ["a log that is read", 'AppTraces | where Message startswith "reconciler:"'],
    ["an attribute that no span has", 'AppDependencies | where Properties["tenantpilot.user"] == "x"'],
  ])("a rule sees an alert that asks for %s", (_what, query) => {
    const rule = isA("Microsoft.Insights/scheduledQueryRules", "tenantpilot-no-measurements");
    const changed = mutated(prod, rule, ["properties", "criteria", "allOf", "0", "query"], query);
    expect(wrongMeasurements(changed)).not.toEqual([]);
  });

  it("a rule sees a measurement or a fact of spans that no alert and no chart asks for, and a workbook that is none", () => {
    const workbook = isA("Microsoft.Insights/workbooks");
    const path = ["properties", "serializedData"];
    const text = String(prod.find(workbook)?.properties["serializedData"]);
    const other = text.replaceAll("tenantpilot.runs.waiting", "tenantpilot.runs.queued");
    expect(wrongMeasurements(mutated(prod, workbook, path, other))).toEqual([
      "nobody asks for tenantpilot.runs.waiting",
    ]);
    const unseen = text.replace("tenantpilot.graph.without_route", "tenantpilot.graph.group");
    expect(wrongMeasurements(mutated(prod, workbook, path, unseen))).toEqual([
      "nobody asks for tenantpilot.graph.without_route",
    ]);
    for (const broken of ["{}", text.replace("KqlItem/1.0", "Kql"), text.replace('"runs"', '"ages"')]) {
      expect(() => wrongMeasurements(mutated(prod, workbook, path, broken))).toThrow();
    }
  });

  it.each([
    ["a plan that both apps share", "Microsoft.Web/sites", "worker", ["serverFarmId"], "/plan-tenantpilot-http-prod"],
    ["more instances", "Microsoft.Web/sites", "worker", [...scale, "maximumInstanceCount"], 1000],
    ["fewer that wait", "Microsoft.Web/sites", "http", [...scale, "alwaysReady"], []],
    ["an old runtime", "Microsoft.Web/sites", "http", ["functionAppConfig", "runtime", "version"], "22"],
    ["a plan in one zone", "Microsoft.Web/serverfarms", "http", ["zoneRedundant"], false],
    ["a region without zones", account, undefined, ["locations", "1", "isZoneRedundant"], false],
    ["two regions that write", account, undefined, ["enableMultipleWriteLocations"], true],
    ["a shorter backup", account, undefined, ["backupPolicy", "continuousModeProperties", "tier"], "Continuous7Days"],
    ["no capacity", `${account}/sqlDatabases`, undefined, ["options"], {}],
    ["telemetry that is thrown away", "Microsoft.Insights/components", undefined, ["SamplingPercentage"], 1],
    ["a workspace with keys", workspace, undefined, ["features", "disableLocalAuth"], false],
  ])("a rule sees %s", (_what, type, name, path, value) => {
    expect(shapeOf(mutated(prod, isA(type, name), ["properties", ...path], value))).not.toEqual(shapeOf(prod));
  });

  it("a rule sees snapshots in one region, an app with another's identity, and a host's setting that is gone", () => {
    const sku = mutated(prod, isA(storageType, "sttpsnap"), ["sku", "name"], "Standard_LRS");
    expect(shapeOf(sku)).not.toEqual(shapeOf(prod));
    const both = { "[x('httpIdentity-1')]": {}, "[x('workerIdentity-1')]": {} };
    const path = ["identity", "userAssignedIdentities"];
    expect(shapeOf(mutated(prod, isA("Microsoft.Web/sites", "http"), path, both))).not.toEqual(shapeOf(prod));
    const settings = ["properties", "siteConfig", "appSettings"];
    const [http, worker] = ["http", "worker"].map((part) => isA("Microsoft.Web/sites", part));
    if (!http || !worker) throw new Error("There are two apps.");
    const gone = mutated(mutated(prod, http, settings, []), worker, settings, []);
    expect(unusedHostSettings([gone])).toContain("APPLICATIONINSIGHTS_CONNECTION_STRING");
  });

  it("a rule sees a parameter that differs unsaid", () => {
    const changed = parametersOf(`${readText("infra/prod.bicepparam")}param nodeVersion = '22'\n`);
    expect(differences(readParameters("dev"), changed).join("\n")).toContain("nodeVersion '24' '22'");
  });
});
