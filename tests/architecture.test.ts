import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import access from "../config/access.json" with { type: "json" };
import { contracts } from "../config/graph-contracts/registry.ts";
import { wronglyDocumentedModules } from "./architecture/documented-modules.ts";
import { importCycles } from "./architecture/import-cycles.ts";
import * as imports from "./architecture/import-rules.ts";
import { modules } from "./architecture/modules.ts";
import { reachableFrom } from "./architecture/reachable-from.ts";
import { filesOf, folders, readSources, readTexts } from "./architecture/read-sources.ts";
import { type SourceFile, toSourceFile } from "./architecture/source-file.ts";
import * as texts from "./architecture/text-rules.ts";

const root = join(import.meta.dirname, "..");
const sources = readSources(root);
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

type Rule = (files: SourceFile[]) => string[];

const graphEndpoints: Rule = (files) =>
  texts.graphEndpoints(
    files,
    contracts.map(({ path }) => path),
  );

/** Judges one small file: a self-test shows that the rule can fail, and on what it stays silent. */
const verdict = (rule: Rule, path: string, text: string) => rule([toSourceFile(path, text)]).length;
const anImport = (from: string) => `import { thing } from "${from}";\n`;
const aTypeImport = (from: string) => `import type { Thing } from "${from}";\n`;

describe("what the rules see", () => {
  it("habit 8: every module that the product needs holds files", () => {
    expect(imports.missingModules(sources)).toEqual([]);
  });

  it("habit 8: a folder that holds files holds TypeScript files", () => {
    const used = folders.filter((folder) => filesOf(root).some((path) => path.startsWith(`${folder}/`)));
    expect(used.filter((folder) => !sources.some(({ path }) => path.startsWith(`${folder}/`)))).toEqual([]);
  });

  it("the rule sees an empty repository", () => {
    expect(imports.missingModules([])).toContain("src/domain/ holds no TypeScript file");
    expect(imports.missingModules([toSourceFile("src/domain/run.ts", "")])).not.toContain(
      "src/domain/ holds no TypeScript file",
    );
  });

  it("habit 8: every file stands in a module of the table", () => {
    expect(imports.homelessFiles(sources)).toEqual([]);
  });

  it("the rule finds a file in no module", () => {
    expect(verdict(imports.homelessFiles, "src/helpers/thing.ts", "")).toBe(1);
    expect(verdict(imports.homelessFiles, "functions/thing.ts", "")).toBe(1);
    expect(verdict(imports.homelessFiles, "src/adapters/redis/thing.ts", "")).toBe(1);
  });

  it("habit 8: every import can be judged", () => {
    expect(imports.unreadImports(sources)).toEqual([]);
  });

  it("the rule finds an import of a computed name in what is deployed", () => {
    expect(verdict(imports.unreadImports, "src/app/base.ts", "const app = await import(name);")).toBe(1);
    expect(verdict(imports.unreadImports, "src/app/base.ts", 'const app = await import("./x.ts");')).toBe(0);
    expect(
      verdict(imports.unreadImports, "packages/embedded-azure/src/host/load.ts", "const app = await import(name);"),
    ).toBe(0);
  });
});

describe("the import table", () => {
  it("habit 8: a file imports only from the modules that its own module may know", () => {
    expect(imports.forbiddenFiles(sources)).toEqual([]);
  });

  it.each([
    ["the domain, a use-case", "src/domain/run/run.ts", anImport("../../use-cases/start.ts")],
    ["a use-case, an adapter", "src/use-cases/start.ts", aTypeImport("../adapters/cosmos/make-cosmos.ts")],
    ["an adapter, another adapter", "src/adapters/cosmos/a.ts", anImport("../clock/make-clock.ts")],
    ["an adapter, the configuration", "src/adapters/graph/a.ts", anImport("../../../config/limits.ts")],
    ["the configuration, a value of the domain", "config/limits.ts", anImport("../src/domain/run/limits.ts")],
    ["a workflow, the app", "functions/workflows/a.ts", aTypeImport("../../src/app/http-app.ts")],
    ["a route, the app as a value", "functions/http/a.ts", anImport("../../src/app/http-app.ts")],
    ["a route, a use-case", "functions/http/a.ts", aTypeImport("../../src/use-cases/start.ts")],
    ["an activity, a workflow", "functions/activities/a.ts", 'export * from "../workflows/b.ts";'],
    ["the main file, a use-case", "functions/main.ts", 'await import("../src/use-cases/start.ts");'],
    ["the local stack, a test", "local/stack.ts", anImport("../tests/builders.ts")],
    ["a package, the product", "packages/embedded-azure/src/a.ts", aTypeImport("../../../src/domain/run/run.ts")],
    ["a package, another by its files", "packages/graph-simulator/src/a.ts", anImport("../../embedded-azure/src/b.ts")],
    ["a test, a package by its files", "tests/a.test.ts", anImport("../packages/graph-simulator/src/b.ts")],
  ])("the rule finds: %s", (_title, path, text) => {
    expect(verdict(imports.forbiddenFiles, path, text)).toBe(1);
  });

  it.each([
    ["src/use-cases/start.ts", anImport("../domain/run/run.ts")],
    ["config/limits.ts", aTypeImport("../src/domain/run/limits.ts")],
    ["config/limits.ts", 'import { type Limits, type Run } from "../src/domain/run/limits.ts";'],
    ["functions/http/a.ts", aTypeImport("../../src/app/http-app.ts")],
    ["src/domain/run/run.ts", '// import { x } from "../../use-cases/start.ts";\nconst t = "from \\"../../app.ts\\"";'],
  ])("the rule is silent on what is allowed in %s", (path, text) => {
    expect(verdict(imports.forbiddenFiles, path, text)).toBe(0);
  });

  it("habit 8: a module knows only its own packages", () => {
    expect(imports.forbiddenPackages(sources)).toEqual([]);
  });

  it.each([
    ["src/domain/run/run.ts", "@azure/cosmos"],
    ["src/domain/run/run.ts", "node:fs/promises"],
    ["src/use-cases/start.ts", "node:crypto"],
    ["src/adapters/blobs/a.ts", "@azure/cosmos"],
    ["src/adapters/graph/a.ts", "jose"],
    ["src/settings.ts", "@azure/identity"],
    ["functions/http/a.ts", "@azure/service-bus"],
    ["functions/workflows/a.ts", "@azure/functions"],
    ["functions/workflows/a.ts", "node:crypto"],
    ["config/limits.ts", "zod"],
    ["packages/embedded-azure/src/a.ts", "@tenantpilot/graph-simulator"],
  ])("the rule finds that %s must not know %s", (path, name) => {
    expect(verdict(imports.forbiddenPackages, path, anImport(name))).toBe(1);
  });

  it.each([
    ["src/domain/run/run.ts", anImport("zod")],
    ["src/domain/run/run.ts", anImport("node:crypto")],
    ["src/adapters/cosmos/a.ts", anImport("node:timers/promises")],
    ["config/graph-contracts/a.ts", aTypeImport("@microsoft/microsoft-graph-types-beta")],
    ["packages/embedded-azure/src/service-bus/a.ts", anImport("rhea")],
    ["packages/graph-simulator/src/a.ts", anImport("@tenantpilot/embedded-azure/tls/listen")],
    ["local/stack.ts", anImport("@tenantpilot/graph-simulator")],
  ])("the rule is silent on a package that %s may know", (path, text) => {
    expect(verdict(imports.forbiddenPackages, path, text)).toBe(0);
  });

  it("habit 8: no import of the domain runs up the order of its folders", () => {
    expect(imports.upwardImports(sources)).toEqual([]);
  });

  it("the rule finds an import that runs up, and a folder without a rank", () => {
    expect(verdict(imports.upwardImports, "src/domain/json/a.ts", aTypeImport("../hash/hash.ts"))).toBe(1);
    expect(verdict(imports.upwardImports, "src/domain/hash/a.ts", anImport("../json/json.ts"))).toBe(0);
    expect(verdict(imports.upwardImports, "src/domain/unranked/a.ts", "")).toBe(1);
  });

  it("habit 8: what is deployed knows nothing of the modules around it", () => {
    expect(imports.deployedOutward(sources)).toEqual([]);
  });

  it("the rule finds a deployed file that imports local or tools", () => {
    expect(verdict(imports.deployedOutward, "src/app/base.ts", anImport("../../local/stack.ts"))).toBe(1);
    expect(verdict(imports.deployedOutward, "functions/main.ts", aTypeImport("../tools/build.ts"))).toBe(1);
    expect(verdict(imports.deployedOutward, "tests/a.test.ts", anImport("../local/stack.ts"))).toBe(0);
  });

  it("habit 38: what is deployed imports only run-time dependencies", () => {
    expect(imports.undeclaredPackages(sources, Object.keys(dependencies))).toEqual([]);
  });

  it("the rule finds a package that only development has", () => {
    const judge: Rule = (files) => imports.undeclaredPackages(files, ["zod"]);
    expect(verdict(judge, "src/settings.ts", anImport("vitest/config"))).toBe(1);
    expect(verdict(judge, "src/settings.ts", anImport("zod"))).toBe(0);
  });

  it("habit 8: a page of the portal imports no other page", () => {
    expect(imports.importsOfOtherPages(sources)).toEqual([]);
    expect(verdict(imports.importsOfOtherPages, "web/src/pages/home/home.tsx", anImport("../run/run.tsx"))).toBe(1);
    expect(verdict(imports.importsOfOtherPages, "web/src/pages/home/home.tsx", anImport("./tile.tsx"))).toBe(0);
  });

  it("habit 37: the table of ARCHITECTURE.md is the one that is executed", () => {
    expect(wronglyDocumentedModules(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"), modules)).toEqual([]);
  });

  it("the rule finds a module without a line and a line with another package", () => {
    const domain = { name: "src/domain", prefix: "src/domain/", modules: [], packages: ["zod"], typeOnly: [] };
    expect(wronglyDocumentedModules("| `src/domain` | nothing | `zod` |", [domain])).toEqual([]);
    expect(wronglyDocumentedModules("| `src/domain` | nothing | `jose` |", [domain])).toHaveLength(1);
    expect(wronglyDocumentedModules("| `src/other` | nothing | `zod` |", [domain])).toHaveLength(1);
  });

  it("habit 8: no file imports itself over others", () => {
    expect(importCycles(sources)).toEqual([]);
  });

  it("the rule finds a circle, also of types", () => {
    const a = toSourceFile("src/domain/a.ts", anImport("./b.ts"));
    const b = toSourceFile("src/domain/b.ts", aTypeImport("./c.ts"));
    const c = toSourceFile("src/domain/c.ts", anImport("./a.ts"));
    expect(importCycles([a, b, c])).toEqual([
      "src/domain/a.ts -> src/domain/b.ts -> src/domain/c.ts -> src/domain/a.ts",
    ]);
    expect(importCycles([a, b])).toEqual([]);
  });
});

describe("the habits that a search can prove", () => {
  it("P9.2: no file is longer than 300 lines", () => {
    expect(texts.longFiles(sources)).toEqual([]);
  });

  it("the rule finds the 301st line", () => {
    expect(verdict(texts.longFiles, "src/app/base.ts", "const a = 1;\n".repeat(301))).toBe(1);
    expect(verdict(texts.longFiles, "src/app/base.ts", "const a = 1;\n".repeat(300))).toBe(0);
  });

  it("habit 12: only src/settings.ts reads the environment", () => {
    expect(texts.environmentReaders(sources)).toEqual([]);
  });

  it.each(["process.env.HOME", 'process["env"]', "const { env } = process;", anImport("node:process")])(
    "the rule finds a reader of the environment: %s",
    (text) => {
      expect(verdict(texts.environmentReaders, "functions/main.ts", text)).toBe(1);
      expect(verdict(texts.environmentReaders, "src/settings.ts", text)).toBe(0);
    },
  );

  it("habit 7: time, chance and timers come from the clock's adapter", () => {
    expect(texts.clockReaders(sources)).toEqual([]);
  });

  it.each([
    "Date.now()",
    "const f = Date.now;",
    "new Date()",
    "new Date;",
    "Math.random()",
    "setTimeout(f, 1)",
    "performance.now()",
    anImport("node:timers/promises"),
  ])("the rule finds a second clock: %s", (text) => {
    expect(verdict(texts.clockReaders, "src/use-cases/start.ts", text)).toBe(1);
    expect(verdict(texts.clockReaders, "src/adapters/clock/make-clock.ts", text)).toBe(0);
  });

  it("the rule is silent on a date that is given its time", () => {
    expect(verdict(texts.clockReaders, "src/use-cases/start.ts", "new Date(ms); // new Date()")).toBe(0);
  });

  it("habit 27: nothing has the type any", () => {
    expect(texts.anyTypes(sources)).toEqual([]);
  });

  it("the rule finds the type any, not the word", () => {
    for (const text of ["let a: any;", "x as any", "Record<string, any>", "(a: any[]) => 1", "a satisfies any"]) {
      expect(verdict(texts.anyTypes, "tests/a.ts", text), text).toBe(1);
    }
    for (const text of ["// any", '"any"', "Promise.any(all)", "return any;", "const { many } = x;"]) {
      expect(verdict(texts.anyTypes, "tests/a.ts", text), text).toBe(0);
    }
  });

  it("habit 27: nothing asserts that a value is there", () => {
    expect(texts.nonNullAssertions(sources)).toEqual([]);
  });

  it("the rule finds a non-null assertion, not a comparison", () => {
    for (const text of ["a!.b", "f()!", "a[0]! + 1", "class A { b!: string }", "a! === b"]) {
      expect(verdict(texts.nonNullAssertions, "tests/a.ts", text), text).toBe(1);
    }
    for (const text of ["a !== b", "a!==b", "a != b", "!a", "if (!a) f();", '"a!"', "/a!/"]) {
      expect(verdict(texts.nonNullAssertions, "tests/a.ts", text), text).toBe(0);
    }
  });

  it("habit 27: there is no enum", () => {
    expect(texts.enums(sources)).toEqual([]);
  });

  it("the rule finds an enum", () => {
    expect(verdict(texts.enums, "src/domain/a.ts", "export const enum State { On }")).toBe(1);
    expect(verdict(texts.enums, "src/domain/a.ts", "z.enum({ on: 1 }); // enum State {")).toBe(0);
  });

  it("P3.3: only the contracts and the Graph adapter name an endpoint of Graph", () => {
    expect(graphEndpoints(sources)).toEqual([]);
  });

  it("the rule finds an endpoint and a query of Graph", () => {
    const endpoint = 'const path = "deviceManagement/configurationPolicies";';
    expect(verdict(graphEndpoints, "src/use-cases/a.ts", endpoint)).toBe(1);
    expect(verdict(graphEndpoints, "functions/http/a.ts", "get(`/things?$top=25`)")).toBe(1);
    for (const text of ['"/groups"', '"/beta/x"', '"directoryObjects/getByIds"', "`/v1.0/organization`", '"$batch"']) {
      expect(verdict(graphEndpoints, "config/limits.ts", `const url = ${text};`), text).toBe(1);
      expect(verdict(graphEndpoints, "src/domain/graph/a.ts", `const url = ${text};`), text).toBe(1);
      expect(verdict(graphEndpoints, "src/adapters/cosmos/a.ts", `const url = ${text};`), text).toBe(1);
    }
    expect(verdict(graphEndpoints, "config/graph-contracts/a.ts", endpoint)).toBe(0);
    expect(verdict(graphEndpoints, "src/adapters/graph/a.ts", endpoint)).toBe(0);
    expect(verdict(graphEndpoints, "src/use-cases/a.ts", `// ${endpoint}`)).toBe(0);
    expect(verdict(graphEndpoints, "src/use-cases/a.ts", 'const path = "tenants/{tenantId}/groups-of-mine";')).toBe(0);
    expect(verdict(graphEndpoints, "functions/http/a.ts", 'const a = { path: "tenants/{tenantId}/groups" };')).toBe(0);
    expect(verdict(graphEndpoints, "src/use-cases/a.ts", 'const a = { path: "tenants/{tenantId}/groups" };')).toBe(1);
  });

  it("S6: the http app has no way to Graph but the exchange of a caller's own token", () => {
    const reached = reachableFrom(sources, "src/app/http-app.ts");
    const adapters = new Set([...reached].map((path) => /^src\/adapters\/[^/]+/.exec(path)?.[0]));
    expect(adapters).toContain("src/adapters/personal-graph");
    expect(adapters).not.toContain("src/adapters/graph");
    const users = [...reached].filter((path) => readsGraphAddress.test(textOf(path)));
    expect(users).toEqual(["src/app/http-app.ts"]);
    const federated = access.identities.http.filter(({ resource }) => resource.startsWith("entra/"));
    expect(federated.map(({ role }) => role)).toEqual(["Federated credential of the API's registration"]);
  });

  it("P9.2: no file holds the marks of an unfinished merge", () => {
    expect(texts.mergeMarks(readTexts(root))).toEqual([]);
  });

  it("the rule finds each mark of an unfinished merge, not a quotation", () => {
    const marked = ["<<<<<<< HEAD", "=======", ">>>>>>> main", "|||||||"].map((mark) => `a\n${mark}\nb`);
    for (const text of marked) expect(texts.mergeMarks([{ path: "a.md", text }]), text).toHaveLength(1);
    expect(texts.mergeMarks([{ path: "a.md", text: "> quoted\n> > twice\n====\n" }])).toEqual([]);
  });

  it("P7.3: no file names a folder of one machine", () => {
    expect(texts.machinePaths(sources)).toEqual([]);
  });

  it("the rule finds a folder of one machine, also in a comment", () => {
    const path = ["", "root", "data", "x"].join("/");
    expect(verdict(texts.machinePaths, "tools/a.ts", `// see ${path}`)).toBe(1);
    expect(verdict(texts.machinePaths, "tools/a.ts", `const url = "https://host.test${path}";`)).toBe(0);
  });
});

const readsGraphAddress = /settings\.GRAPH_BASE_URL/;

function textOf(path: string): string {
  return sources.find((file) => file.path === path)?.text ?? "";
}
