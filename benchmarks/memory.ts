import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openAuthority } from "@tenantpilot/embedded-azure/tls/make-authority";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import type { FaultPlanInput } from "@tenantpilot/graph-simulator/fault-plan";
import { z } from "zod";
import { makeDemoTenant } from "../local/seeds/make-demo-tenant.ts";
import type { SeedObject } from "../local/seeds/seed-tenant.ts";
import { appEnvironment } from "../local/stack/app-environment.ts";
import { appFolder } from "../local/stack/app-folder.ts";
import { portsFrom } from "../local/stack/ports.ts";
import { seedProduct } from "../local/stack/seed-product.ts";
import { startServers } from "../local/stack/start-servers.ts";
import { fillTenants } from "../local/stack/tenants.ts";
import { makeLargeLists, pageItems, typeTooLarge } from "./memory/large-lists.ts";

// How far does the memory of a worker grow while it takes snapshots of large tenants: one of very many objects, and one
// with lists of very large ones in several service groups at once? Ends with 1 when a budget is passed. The servers are in
// this process, the worker is in one of its own, whose heap ends at 512 MB: it breaks down where more is needed, however
// much the machine has.

const heapMb = 512;
const objects = 20_000;
/** By how much the heap may grow above what it was before. */
const budgetMb = { many: 300, large: 400 };
// Graph's limits would make it wait for minutes; its clock goes so many times faster, so more is in memory at once.
const timesFaster = 20;

const observer = fileURLToPath(new URL("memory/observe.ts", import.meta.url));
const lineSchema = z.object({
  which: z.string(),
  objects: z.int(),
  gaps: z.array(z.string()),
  seconds: z.number(),
  heap: z.number(),
  held: z.number(),
  rss: z.number(),
});

type Line = z.infer<typeof lineSchema>;

async function measure(content: () => SeedObject[], plan: FaultPlanInput): Promise<Line[]> {
  const dir = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  const authority = await openAuthority(join(dir, "tls"));
  trust(authority.caPem);
  const tenant = {
    id: randomUUID(),
    name: "Large tenant",
    imported: null,
    content,
  };
  const options = { dir, ports: await portsFrom(0), tls: authority.issue(), tenants: [tenant] };
  const servers = await startServers({ ...options, graphLatencyMs: 0, graphControlKey: "" });
  try {
    fillTenants(servers.graph.control, [tenant], {});
    servers.graph.control.setFaults(plan);
    await seedProduct(servers.cosmos, [tenant]);
    const environment = await appEnvironment("worker", {
      servers,
      caFile: authority.caFile,
      graphBaseUrl: servers.graph.endpoint,
      portalUrl: "http://127.0.0.1",
      appRoot: appFolder(),
      masterKey: "",
      overrides: {},
    });
    const args = [`--max-old-space-size=${heapMb}`, observer, tenant.id, String(timesFaster)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: environment });
    const lines = stdout.split("\n").filter((line) => line !== "");
    return lines.map((line) => lineSchema.parse(JSON.parse(line)));
  } finally {
    await servers.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const mb = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
function report(title: string, lines: readonly Line[], maxMb: number, wantedGaps: readonly string[]): boolean {
  process.stdout.write(`${title}, with a heap of ${heapMb} MB:\n`);
  for (const { which, objects: read, gaps, seconds, heap, held, rss } of lines) {
    const growth = `heap grew by ${mb(heap)}, of which ${mb(held)} were held; the process by ${mb(rss)}`;
    process.stdout.write(`  ${which.padEnd(7)}${read} objects in ${seconds} s: ${growth}\n`);
    if (gaps.length > 0) process.stdout.write(`         named gaps: ${gaps.join(", ")}\n`);
  }
  const isOver = lines.some(({ heap }) => heap > maxMb * 1024 ** 2);
  const isWhole = lines.every(({ gaps }) => gaps.join() === wantedGaps.join());
  process.stdout.write(isOver ? `  OVER BUDGET: more than ${maxMb} MB of heap\n` : "  within budget\n");
  if (!isWhole) process.stdout.write("  NOT WHOLE: other gaps than there must be\n");
  return !isOver && isWhole;
}

const many = await measure(() => makeDemoTenant(1, { objects }), []);
const isManyGood = report(`memory of a worker that takes snapshots of ${objects} objects`, many, budgetMb.many, []);
const large = await measure(makeLargeLists, { pageItems: { from: pageItems, to: pageItems } });
const wanted = [`graph_answer_too_large of ${typeTooLarge}`];
const isLargeGood = report("and of lists of 58 MB in 7 service groups at once", large, budgetMb.large, wanted);
process.exit(isManyGood && isLargeGood ? 0 : 1);
