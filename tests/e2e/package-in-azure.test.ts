import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStack } from "../../local/stack.ts";
import { copyPackage } from "../../tools/build/copy-package.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-in-azure-"));
  await copyPackage(join(folder, "package"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the package's apps say when they are started as if in Azure, with these settings on top of the stack's. */
async function refusalWith(settings: Record<string, string>): Promise<string> {
  const lines: string[] = [];
  const options = { dataDir: join(folder, "data"), portBase: 0, appRoot: join(folder, "package") };
  const log = (line: string) => lines.push(line);
  try {
    const stack = await startStack({ ...options, log, settings: { WEBSITE_SITE_NAME: "an-app", ...settings } });
    await stack.close();
    return "it started";
  } catch (error) {
    return `${lines.join("\n")}\n${String(error)}`;
  }
}

describe("the package in Azure", () => {
  it("refuses an authority that is not Microsoft's", async () => {
    expect(await refusalWith({})).toContain("ENTRA_AUTHORITY: in Azure only the authority of CLOUD is accepted");
  });

  it("refuses an endpoint without TLS", async () => {
    const settings = { ENTRA_AUTHORITY: "https://login.microsoftonline.com", BLOB_ENDPOINT: "http://127.0.0.1:1" };
    expect(await refusalWith(settings)).toContain("BLOB_ENDPOINT: in Azure only https is accepted");
  });
});
