import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import storage from "../../../config/storage.json" with { type: "json" };
import { parseDigest } from "../../../src/domain/audit/digest.ts";
import { sealEntries } from "../../../src/use-cases/audit/seal-entries.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aTenantEach } from "../a-product.ts";
import { moments, type SealingOrder } from "./seal-and-die.ts";

const program = fileURLToPath(new URL("seal-and-die.ts", import.meta.url));
const its = aTenantEach();
const stores = () => its.product.storesFor(its.scope);

/** Seals in a process of its own; answers whether it was killed. */
async function sealAndDie(call: number, moment: SealingOrder["moment"]): Promise<boolean> {
  const { server, blobServer, credential, caFile } = its.product;
  const tokenFor = async (audience: string): Promise<string> =>
    (await credential.getToken(`${audience}/.default`))?.token ?? "";
  const order: SealingOrder = {
    cosmos: { endpoint: server.endpoint, database: storage.database, token: await tokenFor(server.endpoint) },
    blobs: { endpoint: blobServer.endpoint, token: await tokenFor("https://storage.azure.com") },
    tenantId: its.scope.tenantId,
    call,
    moment,
  };
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: caFile };
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
  const [code, signal] = await once(child, "exit");
  expect([code, signal]).toEqual(signal === null ? [0, null] : [null, "SIGKILL"]);
  return signal !== null;
}

async function sealedIds(): Promise<string[]> {
  const found: string[] = [];
  for (let number = 1; ; number += 1) {
    const stored = await stores().digests.read(number);
    if (stored.state !== "there") return found;
    found.push(...(parseDigest(stored.text)?.entries ?? []).map(({ id }) => id));
  }
}

it("a sealer killed by kill -9 at any of its calls leaves every entry to be sealed exactly once", async () => {
  await stores().audit.add(anAuditEntry(its.scope.tenantId, { id: "audit-0" }));
  await sealEntries(stores());
  const added = ["audit-0"];
  const add = async (id: string): Promise<void> => {
    added.push(id);
    await stores().audit.add(anAuditEntry(its.scope.tenantId, { id }));
  };
  const deaths: string[] = [];
  for (const moment of moments) {
    for (let call = 1, isKilled = true; isKilled; call += 1) {
      await add(`audit-${moment}-${call}`);
      isKilled = await sealAndDie(call, moment);
      if (isKilled) deaths.push(`${moment} ${call}`);
      await add(`audit-${moment}-${call}-late`);
      await sealEntries(stores());
    }
  }
  // Head, what waits, the digest before, the new one, the transaction.
  for (const moment of moments)
    expect(deaths.filter((each) => each.startsWith(moment)).length).toBeGreaterThanOrEqual(5);
  expect((await sealedIds()).toSorted()).toEqual(added.toSorted());
  const { items } = await stores().audit.standings({ limit: 1_000, page: null });
  expect(items.filter(({ digest }) => !digest)).toEqual([]);
});
