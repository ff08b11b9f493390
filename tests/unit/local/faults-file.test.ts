import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFaults } from "../../../local/stack/faults-file.ts";
import { graphReadApp } from "../../../local/stack/identities.ts";
import { applyTenantFaults } from "../../../local/stack/tenant-faults.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "faults-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function parsed(plan: unknown) {
  const file = join(folder, "faults.json");
  await writeFile(file, typeof plan === "string" ? plan : JSON.stringify(plan));
  return parseFaults(file);
}

const fault = { match: "groups", kind: "status" };
const collection = "/groups";

describe("a plan of --faults", () => {
  it("may be a list of faults alone", async () => {
    const { graphFaults, tenantFaults } = await parsed([fault]);
    expect(graphFaults).toMatchObject({ faults: [fault] });
    expect(tenantFaults).toEqual({ licences: [], consents: [] });
  });

  it("holds licences and consents of tenants beside the faults of Graph", async () => {
    const tenantFaults = {
      licences: [{ tenant: "One", collection, licensed: false }],
      consents: [{ tenant: "One", given: false }],
    };
    expect(await parsed({ faults: [fault], ...tenantFaults })).toMatchObject({
      graphFaults: { faults: [fault] },
      tenantFaults,
    });
  });

  it.each<[string, unknown, RegExp]>([
    ["is no JSON", "{", /cannot be read as JSON/],
    ["names a fault that there is not", [{ match: "x", kind: "nonsense" }], /faults\.json: .*not understood/s],
    ["misspells a list", { licenses: [] }, /faults\.json: .*licenses/s],
    ["says half of a consent", { consents: [{ tenant: "One" }] }, /faults\.json: .*given/s],
  ])("is refused with its file when it %s", async (_, plan, sentence) => {
    await expect(parsed(plan)).rejects.toThrow(sentence);
  });
});

describe("licences and consents of a plan", () => {
  const tenants = [{ id: "11111111-2222-4333-8444-555555555555", name: "One" }];
  const told: unknown[][] = [];
  // Only what is asked of the servers here.
  const servers = {
    graph: { control: { collections: () => [collection], setLicence: (...args: unknown[]) => void told.push(args) } },
    entra: { control: { setConsent: async (...args: unknown[]) => void told.push(args) } },
  } as unknown as Parameters<typeof applyTenantFaults>[0];

  it("licences and consents reach Graph and the directory for a tenant by name or id", async () => {
    const [{ id, name }] = tenants as [(typeof tenants)[number]];
    await applyTenantFaults(servers, tenants, {
      licences: [{ tenant: name, collection, licensed: false }],
      consents: [{ tenant: id, given: false }],
    });
    expect(told).toEqual([
      [id, collection, false],
      [id, graphReadApp.clientId, false],
    ]);
  });

  it("licences and consents are refused by name for a tenant or a collection that is not there", async () => {
    const consents = [{ tenant: "Two", given: false }];
    await expect(applyTenantFaults(servers, tenants, { licences: [], consents })).rejects.toThrow("There are: One.");
    const licences = [{ tenant: "One", collection: "/nothing", licensed: false }];
    await expect(applyTenantFaults(servers, tenants, { licences, consents: [] })).rejects.toThrow("/nothing");
  });
});
