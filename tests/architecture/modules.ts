import embeddedAzure from "@tenantpilot/embedded-azure/package.json" with { type: "json" };
import graphSimulator from "@tenantpilot/graph-simulator/package.json" with { type: "json" };

// The import table of ARCHITECTURE.md, as data. Paths begin with what stands here; a module that ends in "/" is a folder.

/** What a module may import. `typeOnly` names what may be imported for its types alone. */
export interface Module {
  name: string;
  prefix: string;
  modules: string[];
  packages: string[];
  typeOnly: string[];
  /** What the table says of the packages, where that is not their names. */
  documentedPackages?: string;
}

// The route that serves the description of the API reads the generated file.
const generated = ["docs/api/openapi.json"];

// What stands in packages/ is imported by the name of its package.
const product = ["functions/", "src/", "config/", "docs/", "package.json"];
const anything = [...product, "web/", "local/", "tools/", "tests/", "benchmarks/", "infra/", "host.json"];
const domain = "src/domain/";
// Zod stands at every edge: each parses what comes from outside once.
const edge = "zod";

// "*" is any package, "node:*" any module of Node.
const adapterPackages: Record<string, string[]> = {
  blobs: ["@azure/storage-blob"],
  clock: ["ulid"],
  cosmos: ["@azure/cosmos"],
  entra: ["jose", "@azure/identity"],
  graph: ["@microsoft/microsoft-graph-client"],
  "personal-graph": ["@azure/msal-node"],
  "portal-files": [],
  "service-bus": ["@azure/service-bus"],
  telemetry: ["@opentelemetry/api", "@opentelemetry/sdk-trace"],
};

function aModule(prefix: string, modules: string[], packages: string[], typeOnly: string[] = []): Module {
  return { name: prefix.replace(/\/$/, ""), prefix, modules: [prefix, ...modules], packages, typeOnly };
}

function anAdapter([system, packages]: [string, string[]]): Module {
  return aModule(`src/adapters/${system}/`, [domain], [...packages, edge, "node:*"]);
}

// The Durable client comes from an invocation's binding, so its port is implemented beside the functions.
const durablePort = "functions/durable-workflows.ts";
const hostPackages = ["@azure/functions", "durable-functions", edge];

function aHandlerModule(name: string): Module {
  return aModule(`functions/${name}/`, [domain, durablePort], hostPackages, ["src/app/"]);
}

type Manifest = { readonly dependencies: object; readonly devDependencies: object };

/** Imports itself and what its own manifest names. */
function aPackage(prefix: string, { dependencies, devDependencies }: Manifest): Module {
  const names = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  return {
    ...aModule(prefix, [], [...names, "node:*"]),
    documentedPackages: "those of its own `package.json`, `node:`",
  };
}

const fluent = ["@fluentui/react-components", "@fluentui/react-icons", "react"];
const query = "@tanstack/react-query";

/** A module of the portal. Nothing outside `web/` imports it: the product serves its files. */
function ofPortal(name: string, modules: string[], packages: string[], typeOnly: string[] = []): Module {
  return aModule(
    `web/src/${name}/`,
    modules.map((each) => `web/src/${each}/`),
    packages,
    typeOnly,
  );
}

const pagePackages = [...fluent, query, "@tanstack/react-router"];
const portal: Module[] = [
  ofPortal("session", [], ["oauth4webapi"]),
  ofPortal("api", [], [query, "react"], ["web/src/session/"]),
  ofPortal("words", [], ["react"]),
  ofPortal("parts", ["words"], [...fluent, "@tanstack/react-virtual"]),
  ofPortal("pages", ["parts", "api", "words"], pagePackages),
  ofPortal("shell", ["session", "api", "words", "parts", "pages"], pagePackages),
  aModule("web/src/", [], ["react-dom", ...pagePackages]),
];

/** The most special module first: the first prefix that fits decides. */
export const modules: Module[] = [
  aModule("config/", [], [], [domain, "@microsoft/microsoft-graph-types-beta"]),
  // node:crypto, because the hash of content is a rule of the domain.
  aModule(domain, [], ["zod", "node:crypto"]),
  aModule("src/use-cases/", [domain], []),
  ...Object.entries(adapterPackages).map(anAdapter),
  aModule("src/settings.ts", [], ["zod"]),
  aModule("src/app/", ["src/", "config/"], []),
  aModule("functions/workflows/", [domain], ["durable-functions", edge]),
  { ...aHandlerModule("http"), modules: ["functions/http/", domain, ...generated] },
  ...["messages", "timers", "activities"].map(aHandlerModule),
  aModule(durablePort, [domain], ["durable-functions"]),
  aModule("functions/main.ts", ["functions/", "src/settings.ts", "src/app/"], []),
  aPackage("packages/embedded-azure/", embeddedAzure),
  aPackage("packages/graph-simulator/", graphSimulator),
  ...portal,
  ...["local/", "tools/"].map((prefix) => aModule(prefix, [...product, "local/", "tools/"], ["*", "node:*"])),
  ...["tests/", "benchmarks/"].map((prefix) => aModule(prefix, anything, ["*", "node:*"])),
];

/** Modules without which the product does not exist: each must hold a file. */
export const neededModules = [
  "config/",
  "functions/activities/",
  "functions/http/",
  "functions/main.ts",
  "functions/messages/",
  "functions/timers/",
  "functions/workflows/",
  "local/",
  "packages/embedded-azure/",
  "packages/graph-simulator/",
  "src/adapters/blobs/",
  "src/adapters/clock/",
  "src/adapters/cosmos/",
  "src/adapters/entra/",
  "src/adapters/graph/",
  "src/adapters/personal-graph/",
  "src/adapters/portal-files/",
  "src/adapters/service-bus/",
  "src/adapters/telemetry/",
  "src/app/",
  "src/domain/",
  "src/settings.ts",
  "src/use-cases/",
  "tests/",
  "tools/",
  "web/src/",
];

/** Folders of the domain, the lowest first: a folder may import those that stand before it. */
export const domainOrder = (
  "json text hash error counts failure clock identity paging rate-limit telemetry work tenant-scope unreadable audit " +
  "notification event graph capability tenant portal snapshot definition inventory directory comparison version operation-run consent observation readiness fleet schedule platform store"
).split(" ");

export function moduleOf(path: string): Module | undefined {
  return modules.find((module) => path.startsWith(module.prefix));
}

/** What is deployed: nothing of it may know the modules around it. */
export function isDeployed(path: string): boolean {
  return ["functions/", "src/", "config/"].some((folder) => path.startsWith(folder));
}
