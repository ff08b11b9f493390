import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openAuthority } from "@tenantpilot/embedded-azure/tls/make-authority";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import { z } from "zod";
import { makeDemoTenant } from "../local/seeds/make-demo-tenant.ts";
import { appEnvironment } from "../local/stack/app-environment.ts";
import { portsFrom } from "../local/stack/ports.ts";
import { seedProduct } from "../local/stack/seed-product.ts";
import { startServers } from "../local/stack/start-servers.ts";
import { fillTenants } from "../local/stack/tenants.ts";

// How far does the memory of a worker grow while it takes snapshots of a large tenant? Ends with 1 when a budget is
// passed. The servers are in this process, the worker is in one of its own.

const objects = 20_000;
const budgetMb = 300;
// Graph's limits would make it wait for minutes; its clock goes so many times faster, so more is in memory at once.
const timesFaster = 20;

const observer = fileURLToPath(new URL("memory/observe.ts", import.meta.url));
const lineSchema = z.object({
  which: z.string(),
  objects: z.int(),
  seconds: z.number(),
  heap: z.number(),
  held: z.number(),
  rss: z.number(),
});

async function measure(): Promise<z.infer<typeof lineSchema>[]> {
  const dir = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  const authority = await openAuthority(join(dir, "tls"));
  trust(authority.caPem);
  const tenant = {
    id: randomUUID(),
    name: "Large tenant",
    imported: null,
    content: () => makeDemoTenant(1, { objects }),
  };
  const options = { dir, ports: await portsFrom(0), tls: authority.issue(), tenants: [tenant] };
  const servers = await startServers({ ...options, graphLatencyMs: 0, graphControlKey: "" });
  try {
    fillTenants(servers.graph.control, [tenant], {});
    await seedProduct(servers.cosmos, [tenant]);
    const environment = await appEnvironment("worker", {
      servers,
      caFile: authority.caFile,
      graphBaseUrl: servers.graph.endpoint,
      portalUrl: "http://127.0.0.1/api",
      masterKey: "",
      overrides: {},
    });
    const args = [observer, tenant.id, String(timesFaster)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: environment });
    const lines = stdout.split("\n").filter((line) => line !== "");
    return lines.map((line) => lineSchema.parse(JSON.parse(line)));
  } finally {
    await servers.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const mb = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
const measured = await measure();
process.stdout.write(`memory of a worker that takes snapshots of ${objects} objects:\n`);
for (const { which, objects: read, seconds, heap, held, rss } of measured) {
  const growth = `heap grew by ${mb(heap)}, of which ${mb(held)} were held; the process by ${mb(rss)}`;
  process.stdout.write(`  ${which.padEnd(7)}${read} objects in ${seconds} s: ${growth}\n`);
}
const isOver = measured.some(({ heap }) => heap > budgetMb * 1024 ** 2);
process.stdout.write(isOver ? `  OVER BUDGET: more than ${budgetMb} MB of heap\n` : "  within budget\n");
process.exit(isOver ? 1 : 0);
