import { afterEach, expect, it, vi } from "vitest";
import { type DurableApp, startDurableApp } from "./durable-app.ts";

let app: DurableApp;
const names = ["a", "b", "c", "d"];

afterEach(async () => {
  await app[Symbol.asyncDispose]();
  vi.unstubAllEnvs();
});

it("no more activities run at once than host.json allows", async () => {
  vi.stubEnv("AzureFunctionsJobHost__extensions__durableTask__maxConcurrentActivityFunctions", "2");
  app = await startDurableApp();
  const ids = await Promise.all(names.map((name) => app.start("gate", name)));
  await expect.poll(() => app.host.durable?.load()).toMatchObject({ running: 2, pending: 2 });
  const begun = (await app.ran()).length;
  await expect
    .poll(async () => {
      await Promise.all(names.map((name) => app.open(name)));
      return (await app.ran()).length;
    })
    .toBe(4);
  await Promise.all(names.map((name) => app.open(name)));
  const statuses = await Promise.all(ids.map((id) => app.ended(id)));
  expect(begun).toBe(2);
  expect(statuses.map(({ output }) => output)).toEqual(names);
});
