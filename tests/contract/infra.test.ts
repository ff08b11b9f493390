import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import access from "../../config/access.json" with { type: "json" };
import hostFile from "../../host.json" with { type: "json" };
import hostRoles from "../../infra/host-roles.json" with { type: "json" };
import { deployedAlerts, wrongAlerts } from "./infra/alert-runbooks.ts";
import { productSettings, settingsOf, wrongSettings } from "./infra/app-settings.ts";
import { declaredContainers, declaredQueues, deployedContainers, deployedQueues } from "./infra/declared-stores.ts";
import { openDoors, publicData } from "./infra/exposure.ts";
import { alertQueries, workbookQueries, wrongMeasurements } from "./infra/measurement-use.ts";
import { chosen, differences, parametersOf, readParameters } from "./infra/parameter-files.ts";
import {
  mutated,
  ofType,
  ownName,
  type Predicted,
  readSnapshot,
  readText,
  root,
  tableRows,
} from "./infra/predicted.ts";
import { unprotected, wrongCustomRoles } from "./infra/protection.ts";
import { assignedRoles, toLine, wantedRoles } from "./infra/role-assignments.ts";

const readme = readText("infra/README.md");
const snapshots = { dev: readSnapshot("dev"), prod: readSnapshot("prod"), main: readSnapshot("main") };
const dev = snapshots.dev.predictedResources;
const prod = snapshots.prod.predictedResources;

const isA = (type: string, name?: string) => (each: Predicted) =>
  each.type === type && (name === undefined || ownName(each) === name || each.name.includes(name));
const storageType = "Microsoft.Storage/storageAccounts";
const container = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";
const queue = "Microsoft.ServiceBus/namespaces/queues";

describe.each(Object.entries(snapshots))("what %s.bicepparam deploys", (_name, { predictedResources, diagnostics }) => {
  it("is predicted whole", () => {
    expect(diagnostics).toEqual([]);
    expect(ofType(predictedResources, "Microsoft.Web/sites")).toHaveLength(2);
  });

  it("gives each app the settings that the code reads, and no other", () => {
    expect(wrongSettings(predictedResources)).toEqual([]);
  });

  it("creates the containers of config/storage.json", () => {
    expect(deployedContainers(predictedResources)).toEqual(declaredContainers);
  });

  it("creates the queues of config/queues.json", () => {
    expect(deployedQueues(predictedResources)).toEqual(declaredQueues);
  });

  it("P5.3: assigns the roles of config/access.json and of the host, and no other", () => {
    expect(assignedRoles(predictedResources)).toEqual(wantedRoles(predictedResources));
  });

  it("P5.3: gives the http app no way to receive, to write a snapshot or to reach Graph", () => {
    const ofHttp = assignedRoles(predictedResources).filter((line) => line.startsWith("http:"));
    expect(ofHttp.join("\n")).not.toMatch(/Receiver|Snapshot Writer|Contributor on blobs|Owner on blobs/);
    expect([...settingsOf(predictedResources, "http").keys()].filter((name) => /GRAPH_\w+_APP/.test(name))).toEqual([]);
  });

  it("opens nothing without an identity", () => {
    expect(openDoors(predictedResources)).toEqual([]);
  });

  it("names an existing runbook in every alert, as the README says", () => {
    expect(deployedAlerts(predictedResources).length).toBeGreaterThan(8);
    expect(wrongAlerts(predictedResources)).toEqual([]);
  });

  it("P7.3: has alerts and a workbook that ask for what is measured, all of it, and read no log's text", () => {
    expect(alertQueries(predictedResources).length).toBeGreaterThan(5);
    expect(workbookQueries(predictedResources).length).toBeGreaterThan(8);
    expect(wrongMeasurements(predictedResources)).toEqual([]);
  });

  it("lets the writer of snapshots delete nothing, and retention write nothing", () => {
    expect(wrongCustomRoles(predictedResources)).toEqual([]);
  });

  it("keeps workflows in the hub that host.json names, when the scheduler keeps them", () => {
    const hubs = ofType(predictedResources, "Microsoft.DurableTask/schedulers/taskHubs").map(ownName);
    for (const hub of hubs) expect(hub).toBe(hostFile.extensions.durableTask.hubName);
  });
});

describe("prod", () => {
  it("gives data no address on the internet", () => {
    expect(publicData(prod)).toEqual([]);
  });

  it("P1.3: protects snapshots by a locked policy", () => {
    expect(unprotected(prod, "Locked")).toEqual([]);
  });

  it("has a private endpoint for each place that keeps data", () => {
    const endpoints = ofType(prod, "Microsoft.Network/privateEndpoints").map(ownName).sort();
    const names = ["pe-cosmos", "pe-http-host", "pe-scheduler", "pe-service-bus", "pe-snapshots", "pe-worker-host"];
    expect(endpoints).toEqual(names);
  });

  it("has a Service Bus that can have a private endpoint", () => {
    expect(ofType(prod, "Microsoft.ServiceBus/namespaces").map(({ sku }) => sku?.name)).toEqual(["Premium"]);
  });
});

describe("dev", () => {
  it("P1.3: has the same protection, not locked", () => {
    expect(unprotected(dev, "Unlocked")).toEqual([]);
  });

  it("is the cheapest: Standard, serverless, without network and scheduler", () => {
    expect(ofType(dev, "Microsoft.ServiceBus/namespaces").map(({ sku }) => sku?.name)).toEqual(["Standard"]);
    expect(ofType(dev, "Microsoft.Network/virtualNetworks")).toEqual([]);
    expect(ofType(dev, "Microsoft.DurableTask/schedulers")).toEqual([]);
    const [account] = ofType(dev, "Microsoft.DocumentDB/databaseAccounts");
    expect(account?.properties["capabilities"]).toEqual([{ name: "EnableServerless" }]);
  });
});

describe("the parameter files", () => {
  it("differ where the README says so, and nowhere else", () => {
    const documented = tableRows(readme, "parameter").map(([name, inDev, inProd]) => `${name} ${inDev} ${inProd}`);
    expect(differences(readParameters("dev"), readParameters("prod"))).toEqual(documented.sort());
  });

  it("main.bicepparam is dev or prod", () => {
    expect(readParameters("main")).toEqual(chosen(readParameters("dev"), readParameters("prod")));
  });
});

describe("the scale", () => {
  it("counts every function group of the worker: the workflows together, each other function by itself", () => {
    const functionFiles = globSync("functions/{timers,messages}/*.ts", { cwd: root });
    const single = functionFiles.filter((file) => /functions\.(?:timer|serviceBusQueue)\(/.test(readText(file)));
    const most = (single.length + 1) * 40;
    expect(readText("infra/main.bicep")).toContain(`${single.length + 1} x 40 = ${most}`);
    expect(readme.replaceAll("\n", " ")).toContain(
      `: ${most}. Always-ready instances come on top: 42 and ${most + 2}.`,
    );
  });
});

describe("the sources", () => {
  const files = globSync("infra/**/*.{bicep,bicepparam,json}", { cwd: root });

  it("hold no key, no shared access signature and nothing that asks for one", () => {
    expect(files.length).toBeGreaterThan(15);
    const asks =
      /listKeys|listConnectionStrings|listAccountSas|AccountKey=|SharedAccessKey|primaryKey|InstrumentationKey/i;
    expect(files.filter((file) => asks.test(readText(file)))).toEqual([]);
  });

  it("the README's table of roles is the one that is deployed", () => {
    const documented = tableRows(readme, "identity").map(([identity = "", role = "", resource = ""]) =>
      toLine(identity, { role, resource }),
    );
    const wanted = [access.identities, hostRoles].flatMap((table) =>
      Object.entries(table).flatMap(([identity, grants]) => grants.map((grant) => toLine(identity, grant))),
    );
    expect(documented.sort()).toEqual(wanted.sort());
  });
});

describe("a rule sees", () => {
  it("the settings at all", () => {
    expect(productSettings).toContain("COSMOS_ENDPOINT");
  });

  it("a setting that is gone, one that nobody reads, and the wrong part", () => {
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
  ])("%s that is another", (_what, path, value) => {
    const changed = mutated(prod, isA(container, "tenantData"), ["properties", "resource", ...path], value);
    expect(deployedContainers(changed)).not.toEqual(declaredContainers);
  });

  it.each([
    ["requiresDuplicateDetection", false],
    ["lockDuration", "PT30S"],
    ["maxDeliveryCount", 3],
    ["deadLetteringOnMessageExpiration", false],
  ])("a queue whose %s is another", (key, value) => {
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
  ])("%s", (_what, fits, key, value) => {
    const changed = mutated(prod, fits, ["properties", key], value);
    expect(assignedRoles(changed)).not.toEqual(wantedRoles(changed));
  });

  it("a role that is missing", () => {
    const fewer = prod.filter(({ properties }) => properties["description"] !== "worker: TenantPilot Snapshot Writer");
    expect(assignedRoles(fewer)).not.toEqual(wantedRoles(fewer));
  });

  it.each([
    ["shared keys", storageType, "allowSharedKeyAccess", true],
    ["public blobs", storageType, "allowBlobPublicAccess", true],
    ["an old TLS", storageType, "minimumTlsVersion", "TLS1_0"],
    ["keys of the database", "Microsoft.DocumentDB/databaseAccounts", "disableLocalAuth", false],
    ["keys of the queue", "Microsoft.ServiceBus/namespaces", "disableLocalAuth", undefined],
    ["telemetry without an identity", "Microsoft.Insights/components", "DisableLocalAuth", false],
    ["plain http", "Microsoft.Web/sites", "httpsOnly", false],
    ["a password for deployments", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", true],
  ])("%s", (_what, type, key, value) => {
    expect(openDoors(mutated(prod, isA(type), ["properties", key], value))).toHaveLength(1);
  });

  it("an app that speaks an old TLS, and one that lost the rule against passwords", () => {
    const old = mutated(prod, isA("Microsoft.Web/sites"), ["properties", "siteConfig", "minTlsVersion"], "1.0");
    expect(openDoors(old)).toHaveLength(1);
    const lost = prod.filter(({ name }) => !name.endsWith("/scm"));
    expect(openDoors(lost)).toHaveLength(2);
  });

  it.each([storageType, "Microsoft.DocumentDB/databaseAccounts", "Microsoft.DurableTask/schedulers"])(
    "that %s is public",
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
  ])("that %s no longer protects", (_what, type, name, path, value) => {
    expect(unprotected(mutated(prod, isA(type, name), ["properties", ...path], value), "Locked")).toHaveLength(1);
  });

  it("a writer of snapshots that may delete", () => {
    const role = "Microsoft.Authorization/roleDefinitions";
    const path = ["properties", "permissions", "0", "dataActions", "0"];
    expect(wrongCustomRoles(mutated(prod, isA(role), path, "x/blobs/delete"))).toHaveLength(1);
  });

  it("an alert whose runbook does not exist, and one that is switched off unsaid", () => {
    const alert = isA("Microsoft.Insights/metricAlerts");
    const text = "Runbook: https://example.com/docs/runbooks/nowhere.md";
    expect(wrongAlerts(mutated(prod, alert, ["properties", "description"], text))).toHaveLength(2);
    expect(wrongAlerts(mutated(prod, alert, ["properties", "enabled"], false))).toHaveLength(1);
  });

  it.each([
    ["a measurement that nobody tells", 'AppMetrics | where Name == "tenantpilot.runs.lost"'],
    ["a log that is read", 'AppTraces | where Message startswith "reconciler:"'],
    ["an attribute that no span has", 'AppDependencies | where Properties["tenantpilot.user"] == "x"'],
  ])("an alert that asks for %s", (_what, query) => {
    const rule = isA("Microsoft.Insights/scheduledQueryRules", "tenantpilot-no-measurements");
    const changed = mutated(prod, rule, ["properties", "criteria", "allOf", "0", "query"], query);
    expect(wrongMeasurements(changed)).not.toEqual([]);
  });

  it("a measurement that no alert and no chart asks for, and a workbook that is none", () => {
    const workbook = isA("Microsoft.Insights/workbooks");
    const path = ["properties", "serializedData"];
    const text = String(prod.find(workbook)?.properties["serializedData"]);
    const other = text.replaceAll("tenantpilot.runs.waiting", "tenantpilot.runs.queued");
    expect(wrongMeasurements(mutated(prod, workbook, path, other))).toEqual([
      "nobody asks for tenantpilot.runs.waiting",
    ]);
    for (const broken of ["{}", text.replace("KqlItem/1.0", "Kql"), text.replace('"runs"', '"ages"')]) {
      expect(() => wrongMeasurements(mutated(prod, workbook, path, broken))).toThrow();
    }
  });

  it("a parameter that differs unsaid", () => {
    const changed = parametersOf(`${readText("infra/prod.bicepparam")}param nodeVersion = '22'\n`);
    expect(differences(readParameters("dev"), changed).join("\n")).toContain("nodeVersion '24' '22'");
  });
});
