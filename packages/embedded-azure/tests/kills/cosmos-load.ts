import { type Container, CosmosClient } from "@azure/cosmos";
import { z } from "zod";
import type { Random } from "../../src/random.ts";
import type { Load } from "./kill-series.ts";
import type { WriteLedger } from "./write-ledger.ts";

const tenantId = "soak";
const itemSchema = z.object({ id: z.string(), state: z.string() });

/** Creates, conditional replaces, patches, deletes and batches. */
export const cosmosLoad: Load = {
  server: "cosmos",
  open: async ({ endpoint = "", key = "" }) => {
    const connectionPolicy = { requestTimeout: 3_000, enableEndpointDiscovery: false };
    const client = new CosmosClient({ endpoint, key, connectionPolicy });
    const { database } = await client.databases.createIfNotExists({ id: "kills" });
    const { container } = await database.containers.createIfNotExists({ id: "kills", partitionKey: "/tenantId" });
    return {
      write: (name, ledger, random) => write(container, name, ledger, random),
      readAll: () => readAll(container),
      [Symbol.asyncDispose]: async () => client.dispose(),
    };
  },
};

async function write(container: Container, name: string, ledger: WriteLedger, random: Random): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const id = `${name}-${turn}`;
    const item = () => container.item(id, tenantId);
    const document = (state: string) => ({ id, tenantId, state });
    if (random.chance(20)) {
      await writePair(container, ledger, id);
      continue;
    }
    await ledger.change(id, "created", () => container.items.create(document("created")));
    if (random.chance(50)) {
      const condition = (await item().read()).etag;
      const options = { accessCondition: { type: "IfMatch", condition } };
      await ledger.change(id, "replaced", () => item().replace(document("replaced"), options));
    }
    if (random.chance(50)) {
      const patch = [{ op: "set" as const, path: "/state", value: "patched" }];
      await ledger.change(id, "patched", () => item().patch(patch));
    }
    if (random.chance(30)) await ledger.change(id, undefined, () => item().delete());
  }
}

/** Both or none: the two keys are changed by one request. */
async function writePair(container: Container, ledger: WriteLedger, id: string): Promise<void> {
  const create = (half: string) => ({
    operationType: "Create" as const,
    resourceBody: { id: `${id}${half}`, tenantId, state: "together" },
  });
  await ledger.change(`${id}x`, "together", () =>
    ledger.change(`${id}y`, "together", () => container.items.batch([create("x"), create("y")], tenantId)),
  );
}

async function readAll(container: Container): Promise<ReadonlyMap<string, string>> {
  const query = "SELECT c.id, c.state FROM c";
  const { resources } = await container.items.query(query, { partitionKey: tenantId }).fetchAll();
  const found = new Map(resources.map((each) => itemSchema.parse(each)).map(({ id, state }) => [id, state]));
  for (const [id, state] of found) {
    const other = `${id.slice(0, -1)}${id.endsWith("x") ? "y" : "x"}`;
    if (state === "together" && !found.has(other)) found.set(`${other} of a torn batch`, state);
  }
  return found;
}
