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
import { appEnvironment } from "../local/stack/app-environment.ts";
import { appFolder } from "../local/stack/app-folder.ts";
import { portsFrom } from "../local/stack/ports.ts";
import { type Servers, startServers } from "../local/stack/start-servers.ts";

// How long does directory.sync take for a tenant with very many groups, and what does it cost when nothing changed? A page
// of Graph takes 50 ms. The servers are in this process, the worker is in one of its own. Ends with 1 when a budget is passed.

const count = 50_000;
const pageMs = 50;
const changed = 200;
const budget = { seconds: 60, heapMb: 200, unchangedRequests: 1, unchangedUnits: 20 };

const observer = fileURLToPath(new URL("directory/observe.ts", import.meta.url));
const lineSchema = z.object({
  groups: z.int(),
  written: z.int(),
  graphRequests: z.int(),
  seconds: z.number(),
  heap: z.number(),
});

type Sync = z.infer<typeof lineSchema> & { readonly requestUnits: number };

/** One sync by a worker that has just started. */
async function sync(servers: Servers, environment: NodeJS.ProcessEnv, tenantId: string): Promise<Sync> {
  servers.cosmos.control.resetCharges();
  const { stdout } = await promisify(execFile)(process.execPath, [observer, tenantId], { env: environment });
  const { requestUnits } = servers.cosmos.control.charges().total;
  return { ...lineSchema.parse(JSON.parse(stdout)), requestUnits };
}

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
const aGroup = (index: number, name: string) => ({
  id: idOf(index),
  displayName: name,
  description: "Members of one department in one country, kept by the service desk.",
  groupTypes: index % 3 === 0 ? ["DynamicMembership"] : [],
  membershipRule: index % 3 === 0 ? `(user.department -eq "Department ${index}")` : null,
  securityEnabled: true,
  mailEnabled: false,
});

async function measure(): Promise<Readonly<Record<string, Sync>>> {
  const dir = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  const authority = await openAuthority(join(dir, "tls"));
  trust(authority.caPem);
  const tenant = { id: randomUUID(), name: "Many groups", imported: null, content: () => [] };
  const options = { dir, ports: await portsFrom(0), tls: authority.issue(), tenants: [tenant] };
  const servers = await startServers({ ...options, graphLatencyMs: pageMs, graphControlKey: "" });
  const { control } = servers.graph;
  const put = (from: number, to: number, name: string): void => {
    const groups = Array.from({ length: to - from }, (_, index) => aGroup(from + index, `${name} ${from + index}`));
    control.putObjects(tenant.id, "/groups", groups);
  };
  try {
    control.putTenant(tenant);
    put(0, count, "Department");
    const environment = await appEnvironment("worker", {
      servers,
      caFile: authority.caFile,
      graphBaseUrl: servers.graph.endpoint,
      portalUrl: "http://127.0.0.1",
      appRoot: appFolder(),
      masterKey: "",
      overrides: {},
    });
    const again = (): Promise<Sync> => sync(servers, environment, tenant.id);
    const first = await again();
    const unchanged = await again();
    put(0, changed, "Renamed");
    const some = await again();
    control.forgetChanges();
    return { first, unchanged, some, "link expired": await again() };
  } finally {
    await servers.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const measured = await measure();
process.stdout.write(`directory.sync of ${count} groups at ${pageMs} ms a page:\n`);
for (const [which, { groups, written, graphRequests, seconds, heap, requestUnits }] of Object.entries(measured)) {
  const cost = `${graphRequests} requests to Graph, ${requestUnits.toFixed(0)} request units`;
  const memory = `heap grew by ${(heap / 1024 ** 2).toFixed(0)} MB`;
  process.stdout.write(
    `  ${which.padEnd(13)}${groups} named, ${written} written in ${seconds.toFixed(1)} s: ${cost}; ${memory}\n`,
  );
}
const { unchanged } = measured;
const over = [
  ...Object.entries(measured).flatMap(([which, { seconds, heap }]) => [
    ...(seconds > budget.seconds ? [`${which}: more than ${budget.seconds} s`] : []),
    ...(heap > budget.heapMb * 1024 ** 2 ? [`${which}: more than ${budget.heapMb} MB of heap`] : []),
  ]),
  ...((unchanged?.graphRequests ?? 0) > budget.unchangedRequests ? ["unchanged: more than one request"] : []),
  ...((unchanged?.requestUnits ?? 0) > budget.unchangedUnits ? [`unchanged: over ${budget.unchangedUnits} units`] : []),
];
process.stdout.write(over.length > 0 ? `  OVER BUDGET: ${over.join("; ")}\n` : "  within budget\n");
process.exit(over.length > 0 ? 1 : 0);
