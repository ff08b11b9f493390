import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import access from "../../config/access.json" with { type: "json" };
import hostFile from "../../host.json" with { type: "json" };
import hostRoles from "../../infra/host-roles.json" with { type: "json" };
import { deployedAlerts, wrongAlerts } from "./infra/alert-runbooks.ts";
import { settingsOf, wrongSettings } from "./infra/app-settings.ts";
import { wrongCosts } from "./infra/cost-table.ts";
import { declaredContainers, declaredQueues, deployedContainers, deployedQueues } from "./infra/declared-stores.ts";
import { openEndpoints, publicData } from "./infra/exposure.ts";
import { maxCores, maxInstances, refusedByFlex, sleepingGroups, waitingInstances } from "./infra/flex.ts";
import { alertQueries, workbookQueries, wrongMeasurements } from "./infra/measurement-use.ts";
import { chosen, differences, readParameters } from "./infra/parameter-files.ts";
import { ofType, ownName, readSnapshot, readText, root, tableRows } from "./infra/predicted.ts";
import { ambiguousRoleNames, retainedTooLong, unprotected, wrongCustomRoles } from "./infra/protection.ts";
import { assignedRoles, toLine, wantedRoles } from "./infra/role-assignments.ts";
import { shapeOf, unusedHostSettings } from "./infra/shape.ts";
import { unregistered } from "./infra/template-text.ts";
import { wrongWorkflowStore } from "./infra/workflow-store.ts";

const readme = readText("infra/README.md");
const snapshots = { dev: readSnapshot("dev"), prod: readSnapshot("prod"), main: readSnapshot("main") };
const dev = snapshots.dev.predictedResources;
const prod = snapshots.prod.predictedResources;

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
    // Ids for links of consent: what may sign in as these applications is the worker's identity alone (entra:setup).
    const named = [...settingsOf(predictedResources, "http").keys()].filter((name) => name.includes("GRAPH"));
    expect(named).toEqual(["GRAPH_READ_APP_ID", "GRAPH_WRITE_APP_ID"]);
  });

  it("opens nothing without an identity", () => {
    expect(openEndpoints(predictedResources)).toEqual([]);
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

  it("deletes by age what is transient, in an account that protects nothing", () => {
    expect(retainedTooLong(predictedResources)).toEqual([]);
  });

  it("lets the writer of snapshots delete nothing, and retention write nothing", () => {
    expect(wrongCustomRoles(predictedResources)).toEqual([]);
  });

  it("keeps workflows where the file host.json says, because what scales the app reads nothing else", () => {
    expect(wrongWorkflowStore(hostFile, predictedResources)).toEqual([]);
  });

  it("says nothing to Flex Consumption that it refuses", () => {
    expect(refusedByFlex(predictedResources)).toEqual([]);
  });

  it("gives roles names that no other environment of the directory has", () => {
    expect(ambiguousRoleNames(predictedResources)).toEqual([]);
  });

  it("names the hosts' accounts by their own addresses, not by what a client makes of a name", () => {
    const storage = readText("infra/modules/host-storage.bicep");
    for (const app of ["http", "worker"]) {
      for (const service of ["blob", "queue", "table"]) {
        const address = settingsOf(predictedResources, app).get(`AzureWebJobsStorage__${service}ServiceUri`);
        expect(address).toMatch(new RegExp(`\\.outputs\\.hosts\\.value\\.${app}\\.endpoints\\.${service}\\]$`));
        expect(storage).toMatch(
          new RegExp(`${service}: hostAccounts\\[\\d\\]\\.properties\\.primaryEndpoints\\.${service}$`, "m"),
        );
      }
    }
  });

  it("needs no resource provider that the runbook does not register", () => {
    expect(unregistered(readText("docs/runbooks/deploy.md"), predictedResources)).toEqual([]);
  });

  it("fits into the cores that a region gives a subscription", () => {
    expect(maxCores(predictedResources)).toBeLessThanOrEqual(250);
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
    const names = ["cosmos", "http-host", "scheduler", "service-bus", "snapshots", "transient", "worker-host"];
    expect(endpoints).toEqual(names.map((name) => `pe-${name}`));
  });

  it("has a Service Bus that can have a private endpoint", () => {
    expect(ofType(prod, "Microsoft.ServiceBus/namespaces").map(({ sku }) => sku?.name)).toEqual(["Premium"]);
  });
});

describe("the apps of prod", () => {
  it("the apps of prod have an instance that waits for each thing that a run needs at once", () => {
    expect(sleepingGroups(prod)).toEqual([]);
  });

  it("the apps of prod have as many that wait as the README's costs say", () => {
    expect(readme).toContain(`| Always ready: ${waitingInstances(prod)} instances x 2 GB x 2,628,000 s `);
  });
});

describe("dev", () => {
  it("P1.3: has the same protection, not locked", () => {
    expect(unprotected(dev, "Unlocked")).toEqual([]);
  });

  it("is the cheapest: Standard, serverless, without network, workflows paid for by the step", () => {
    expect(ofType(dev, "Microsoft.ServiceBus/namespaces").map(({ sku }) => sku?.name)).toEqual(["Standard"]);
    expect(ofType(dev, "Microsoft.Network/virtualNetworks")).toEqual([]);
    const [scheduler] = ofType(dev, "Microsoft.DurableTask/schedulers");
    expect(scheduler?.properties["sku"]).toEqual({ name: "Consumption" });
    const [account] = ofType(dev, "Microsoft.DocumentDB/databaseAccounts");
    expect(account?.properties["capabilities"]).toEqual([{ name: "EnableServerless" }]);
  });
});

describe("what an environment is built of", () => {
  it("prod is built of two regions and zones, with autoscale, a month of backups, snapshots in two regions, and instances that wait", () => {
    expect(shapeOf(prod)).toEqual([
      "http plan: http FC1 zones true",
      "http identities: http",
      "http runtime: node 24",
      "http scale: 40 of 2048 MB, ready: http 2",
      "worker plan: worker FC1 zones false",
      "worker identities: worker",
      "worker runtime: node 24",
      "worker scale: 40 of 2048 MB, ready: durable 1,function:operations 1",
      "database capacity: autoscale to 4000",
      "database regions: westeurope zones true,northeurope zones true, writes in one",
      "database failover: automatic",
      "database backup: Continuous Continuous30Days",
      "storage snap: Standard_RAGZRS",
      "storage tran: Standard_ZRS",
      "storage h: Standard_ZRS",
      "storage w: Standard_ZRS",
      "workspace: 90 days, 10 GB a day, keys off",
      "insights: 100 % sampled into log-tenantpilot",
    ]);
  });

  it("dev is built of one region without zones, serverless, with a week of backups and nothing that waits", () => {
    expect(shapeOf(dev)).toEqual([
      "http plan: http FC1 zones false",
      "http identities: http",
      "http runtime: node 24",
      "http scale: 40 of 2048 MB, ready: none",
      "worker plan: worker FC1 zones false",
      "worker identities: worker",
      "worker runtime: node 24",
      "worker scale: 40 of 2048 MB, ready: none",
      "database capacity: serverless",
      "database regions: westeurope zones false, writes in one",
      "database failover: none",
      "database backup: Continuous Continuous7Days",
      "storage snap: Standard_LRS",
      "storage tran: Standard_LRS",
      "storage h: Standard_LRS",
      "storage w: Standard_LRS",
      "workspace: 30 days, 1 GB a day, keys off",
      "insights: 100 % sampled into log-tenantpilot",
    ]);
  });

  it("an environment samples in one place: the host leaves it to where telemetry is taken in", () => {
    expect(hostFile.logging.applicationInsights.samplingSettings.isEnabled).toBe(false);
  });

  it("has every setting on the host's list in some environment", () => {
    expect(unusedHostSettings([dev, prod])).toEqual([]);
  });
});

describe("the parameter files", () => {
  it("the parameter files differ where the README says so, and nowhere else", () => {
    const documented = tableRows(readme, "parameter").map(([name, inDev, inProd]) => `${name} ${inDev} ${inProd}`);
    expect(differences(readParameters("dev"), readParameters("prod"))).toEqual(documented.sort());
  });

  it("main.bicepparam is dev or prod", () => {
    expect(readParameters("main")).toEqual(chosen(readParameters("dev"), readParameters("prod")));
  });
});

describe("the scale", () => {
  it("is told in the README as it is deployed", () => {
    const most = maxInstances(prod);
    const told = `at most ${most.get("http")} and ${most.get("worker")} instances, ${maxCores(prod)} cores`;
    expect(readme.replaceAll("\n", " ")).toContain(told);
  });
});

describe("the costs in the README", () => {
  it("the costs in the README are what its prices and its figures of use come to", () => {
    expect(wrongCosts()).toEqual([]);
  });

  it("the costs in the README count the alerts and the private endpoints that are deployed", () => {
    expect(alertQueries(prod)).toHaveLength(12);
    expect(ofType(prod, "Microsoft.Insights/metricAlerts")).toHaveLength(2);
    expect(ofType(prod, "Microsoft.Network/privateEndpoints")).toHaveLength(7);
    expect(ofType(prod, "Microsoft.Network/privateDnsZones")).toHaveLength(4);
  });

  it("a cost in the README is seen to be wrong when a price, a figure or a cell is another", () => {
    expect(wrongCosts(readme.replace("| 0.279 ", "| 0.379 "))).not.toEqual([]);
    expect(wrongCosts(readme.replace("| 600 ", "| 9500 "))).not.toEqual([]);
    expect(wrongCosts(readme.replace("| 49.1 ", "| 47.7 "))).toHaveLength(1);
    expect(wrongCosts(readme.replace("**125**", "**222**"))).toHaveLength(1);
  });
});

describe("the sources", () => {
  const files = globSync("infra/**/*.{bicep,bicepparam,json}", { cwd: root });

  it("the sources hold no key, no shared access signature and nothing that asks for one", () => {
    expect(files.length).toBeGreaterThan(15);
    const asks =
      /listKeys|listConnectionStrings|listAccountSas|AccountKey=|SharedAccessKey|primaryKey|InstrumentationKey/i;
    expect(files.filter((file) => asks.test(readText(file)))).toEqual([]);
  });

  it("the sources offer Node 22 beside 24, and storage beside the scheduler, by one parameter each", () => {
    const main = readText("infra/main.bicep");
    expect(main).toMatch(/^param nodeVersion '22' \| '24'$/m);
    expect(main).toMatch(/^param durableBackend 'scheduler' \| 'storage'$/m);
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
