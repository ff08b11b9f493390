import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningHost, startHost } from "../../src/host/start-host.ts";

const code = `
  import { app } from ${JSON.stringify(import.meta.resolve("@azure/functions"))};
  app.hook.preInvocation((context) => {
    if (context.invocationContext.functionName === "replaced") {
      const own = context.functionHandler;
      context.functionHandler = async (...inputs) => ({ body: "own " + (await own(...inputs)).body });
      context.hookData.seen = "kept";
    }
    if (context.invocationContext.functionName === "fixed") context.hookData = {};
  });
  app.hook.postInvocation((context) => {
    const { functionName } = context.invocationContext;
    if (functionName === "replaced") context.result = { body: context.result.body + " " + context.hookData.seen };
    if (functionName === "mended") { context.error = null; context.result = { body: "mended" }; }
  });
  const gone = app.hook.postInvocation((context) => { context.result = { body: "disposed hook" }; });
  gone.dispose();
  app.http("replaced", { handler: () => ({ body: "result" }) });
  app.http("mended", { handler: () => { throw new Error("broken"); } });
  app.http("fixed", { handler: () => ({ body: "never" }) });
`;

let dir: string;
let host: RunningHost;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "host-hooks-"));
  await writeFile(join(dir, "app.mjs"), code);
  await writeFile(join(dir, "package.json"), JSON.stringify({ type: "module", main: "app.mjs" }));
  await writeFile(join(dir, "host.json"), JSON.stringify({ version: "2.0" }));
  host = await startHost({ appRoot: dir, port: 0, dir: join(dir, "data"), log: () => undefined });
});
afterAll(async () => {
  await host.close();
  await rm(dir, { recursive: true });
});

const call = (name: string) =>
  fetch(`${host.endpoint}/api/${name}`, { headers: { "x-functions-key": host.masterKey } });

it("a hook may replace the handler and the result, and hands data to the hook after it; a disposed one is gone", async () => {
  expect(await (await call("replaced")).text()).toBe("own result kept");
});

it("a hook may take an error away", async () => {
  const response = await call("mended");
  expect([response.status, await response.text()]).toEqual([200, "mended"]);
});

it("a hook that assigns to what is read-only fails the invocation", async () => {
  expect((await call("fixed")).status).toBe(500);
});
