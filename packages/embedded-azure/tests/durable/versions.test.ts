import { afterEach, describe, expect, it, vi } from "vitest";
import { type DurableApp, startDurableApp } from "./durable-app.ts";

let app: DurableApp;
const prefix = "AzureFunctionsJobHost__extensions__durableTask__";

afterEach(async () => {
  await app[Symbol.asyncDispose]();
  vi.unstubAllEnvs();
});

async function startWith(settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(`${prefix}${name}`, value);
  app = await startDurableApp();
}
async function statusOf(version: string): Promise<string> {
  const id = await app.start("ownVersion", null, { version });
  await app.idle();
  return (await app.status(id)).runtimeStatus;
}

describe("versionMatchStrategy", () => {
  it("Strict runs only the app's own version", async () => {
    await startWith({ versionMatchStrategy: "Strict" });
    expect([await statusOf("0.9"), await statusOf("1.0"), await statusOf("2.0")]).toEqual([
      "Pending",
      "Completed",
      "Pending",
    ]);
  });

  it("None runs any version", async () => {
    await startWith({ versionMatchStrategy: "None" });
    expect(await statusOf("2.0")).toBe("Completed");
  });

  it("CurrentOrOlder compares versions by their numbers", async () => {
    await startWith({ defaultVersion: "1.10" });
    expect([await statusOf("1.9"), await statusOf("1.11")]).toEqual(["Completed", "Pending"]);
  });
});

it("versionFailureStrategy Fail ends an instance of another version with the reason", async () => {
  await startWith({ versionFailureStrategy: "Fail" });
  const id = await app.start("ownVersion", null, { version: "2.0" });
  expect(await app.ended(id)).toMatchObject({ runtimeStatus: "Failed", output: expect.stringContaining("'2.0'") });
});
