import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type RunningHost, startHost } from "../../src/host/start-host.ts";
import { forkHost } from "./host-process.ts";

let dir: string;
let host: RunningHost | undefined;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "host-bundle-"));
});
afterEach(async () => {
  await host?.close();
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

async function start(): Promise<RunningHost> {
  host = await startHost({ appRoot: dir, port: 0, dir: join(dir, "data"), log: () => undefined });
  return host;
}
async function writeApp(packageJson: object, hostJson: object): Promise<void> {
  await writeFile(join(dir, "package.json"), JSON.stringify(packageJson));
  await writeFile(join(dir, "host.json"), JSON.stringify(hostJson));
}

it("a bundle that carries the library runs like the sources", async () => {
  await build({
    entryPoints: [join(import.meta.dirname, "apps/http/app.ts")],
    outfile: join(dir, "app.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["@azure/functions-core"],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  await writeApp({ type: "module", main: "app.mjs" }, { version: "2.0", extensions: { http: { routePrefix: "v1" } } });
  const { endpoint } = await start();
  expect(await (await fetch(`${endpoint}/v1/numbers/3`)).text()).toBe("number 3");
});

it("app settings override host.json", async () => {
  await writeFile(
    join(dir, "app.mjs"),
    `import { app } from ${JSON.stringify(import.meta.resolve("@azure/functions"))};
     app.http("hello", { authLevel: "anonymous", handler: () => ({ body: "hello" }) });`,
  );
  await writeApp({ type: "module", main: "app.mjs" }, { version: "2.0" });
  vi.stubEnv("AzureFunctionsJobHost__extensions__http__routePrefix", "other");
  const { endpoint } = await start();
  expect(await (await fetch(`${endpoint}/other/hello`)).text()).toBe("hello");
});

it.each([
  ["a route default", `app.http("d", { route: "a/{b=1}", handler: () => ({}) })`, "route segment"],
  ["a mixed route segment", `app.http("m", { route: "a-{b}", handler: () => ({}) })`, "route segment"],
  ["an unknown constraint", `app.http("c", { route: "{b:odd}", handler: () => ({}) })`, "constraint"],
  [
    "a retry policy",
    `app.timer("t", { schedule: "0 * * * * *", retry: { strategy: "fixedDelay", maxRetryCount: 1, delayInterval: 1000 }, handler: () => {} })`,
    "retry policy",
  ],
  [
    "a topic",
    `app.serviceBusTopic("t", { topicName: "t", subscriptionName: "s", connection: "S", handler: () => {} })`,
    "topics",
  ],
  ["a hook", `app.hook.appStart(() => {}); app.http("h", { handler: () => ({}) })`, "hook"],
  ["a trigger", `app.storageQueue("q", { queueName: "q", connection: "S", handler: () => {} })`, "queueTrigger"],
  [
    "an output",
    `app.http("o", { extraOutputs: [output.storageQueue({ queueName: "q", connection: "S" })], handler: () => ({}) })`,
    "queue binding",
  ],
  [
    "one route for two functions",
    `for (const n of ["a", "b"]) app.http(n, { route: "same", handler: () => ({}) })`,
    "same route",
  ],
])("%s that the host does not have stops the start", async (_what, code, text) => {
  await writeFile(
    join(dir, "app.mjs"),
    `import { app, output } from ${JSON.stringify(import.meta.resolve("@azure/functions"))}; ${code};`,
  );
  await writeApp({ type: "module", main: "app.mjs" }, { version: "2.0" });
  await expect(start()).rejects.toThrow(text);
});

it("HTTP streaming stops the start", async () => {
  await writeFile(
    join(dir, "app.mjs"),
    `import { app } from ${JSON.stringify(import.meta.resolve("@azure/functions"))};
     app.setup({ enableHttpStream: true });
     app.http("s", { handler: () => ({}) });`,
  );
  await writeApp({ type: "module", main: "app.mjs" }, { version: "2.0" });
  // In a process of its own: the library takes no set-up after its first app.
  await expect(forkHost(dir, join(dir, "data"))).rejects.toThrow("no HTTP streaming");
});
