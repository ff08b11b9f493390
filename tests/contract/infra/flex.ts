import { globSync } from "node:fs";
import { ofType, type Predicted, readText, root } from "./predicted.ts";

// Error 51021, also as null; the places where each was named are in docs/reference/azure.md.
const refused = [
  "alwaysOn",
  "ftpsState",
  "functionsRuntimeScaleMonitoringEnabled",
  "linuxFxVersion",
  "netFrameworkVersion",
  "preWarmedInstanceCount",
  "use32BitWorkerProcess",
  "windowsFxVersion",
];

/** What Flex Consumption does not take. */
export function refusedByFlex(resources: Predicted[]): string[] {
  const properties = ofType(resources, "Microsoft.Web/sites").flatMap(({ name, properties: { siteConfig } }) =>
    refused.filter((each) => Reflect.has(Object(siteConfig), each)).map((each) => `${name}: ${each}`),
  );
  const policies = ofType(resources, "Microsoft.Web/sites/basicPublishingCredentialsPolicies");
  return [...properties, ...policies.map(({ name }) => name).filter((name) => name.endsWith("/ftp"))];
}

const ofKind = (pattern: RegExp): number =>
  globSync("functions/{timers,messages}/*.ts", { cwd: root }).filter((file) => pattern.test(readText(file))).length;

/** Function groups of an app: those that scale, and timers, each of which runs on one instance. */
function groupsOf(app: string): { scaling: number; timers: number } {
  if (app === "http") return { scaling: 1, timers: 0 };
  // All workflows and activities are one group, each other function is one by itself.
  return { scaling: 1 + ofKind(/functions\.serviceBusQueue\(/), timers: ofKind(/functions\.timer\(/) };
}

type App = { readonly app: string; readonly most: number; readonly cores: number; readonly waiting: number };

function appsOf(resources: Predicted[]): App[] {
  return ofType(resources, "Microsoft.Web/sites").map(({ properties, tags }) => {
    const app = tags?.["azd-service-name"] ?? "";
    const { maximumInstanceCount, instanceMemoryMB, alwaysReady } = Object(
      Object(properties["functionAppConfig"]).scaleAndConcurrency,
    );
    const plan = ofType(resources, "Microsoft.Web/serverfarms").find(({ id }) => id === properties["serverFarmId"]);
    const { scaling, timers } = groupsOf(app);
    const asked = [alwaysReady].flat().map(({ instanceCount }) => Number(instanceCount));
    // Zones keep at least two of every group, asked for or not.
    const kept = asked.map((count) => Math.max(count, 2)).reduce((sum, count) => sum + count, 0);
    const waiting =
      plan?.properties["zoneRedundant"] === true
        ? kept + 2 * (scaling + timers - asked.length)
        : asked.reduce((sum, count) => sum + count, 0);
    const most = maximumInstanceCount * scaling + timers + waiting;
    return { app, most, cores: (most * instanceMemoryMB) / 2_048, waiting };
  });
}

/** Instances that are paid for while nothing happens. */
export function waitingInstances(resources: Predicted[]): number {
  return appsOf(resources).reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Instances that each app may have at most, always-ready ones with them, by app. */
export function maxInstances(resources: Predicted[]): Map<string, number> {
  return new Map(appsOf(resources).map(({ app, most }) => [app, most]));
}

/** Cores that both apps may take at once; a region gives a subscription 250. */
export function maxCores(resources: Predicted[]): number {
  return appsOf(resources).reduce((sum, { cores }) => sum + cores, 0);
}

/** Groups that begin and carry on a run but of which no instance waits; always-ready instances are named as Flex does. */
export function sleepingGroups(resources: Predicted[]): string[] {
  const worker = ofType(resources, "Microsoft.Web/sites").find(({ tags }) => tags?.["azd-service-name"] === "worker");
  const { alwaysReady } = Object(Object(worker?.properties["functionAppConfig"]).scaleAndConcurrency);
  const ready = [alwaysReady].flat().map(({ name }) => String(name));
  return ["durable", "function:operations"].filter((name) => !ready.includes(name));
}
