import { groupFeed } from "../../config/graph-contracts/feeds.ts";
import { makeBase } from "../../src/app/base.ts";
import { makeTenantGateway } from "../../src/app/tenant-gateway.ts";
import { openTenantScope, tenantIdSchema } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { parseWorkerSettings } from "../../src/settings.ts";
import { openSync } from "../../src/use-cases/directory/sync-directory.ts";
import { watchMemory } from "../memory/watch-memory.ts";

// The worker's part of one directory.sync, in a process of its own: reads the groups of the tenant that the command line
// names, and writes as a line of JSON what it took.

const settings = parseWorkerSettings({ ...process.env, APP_PART: "worker" });
const base = makeBase(settings);
const scope = openTenantScope(tenantIdSchema.parse(process.argv[2]), "run");
const graph = makeTenantGateway(settings, base).forTenant(scope, { correlationId: "0".repeat(32) });
const { directory } = base.storesFor(scope);
const watch = watchMemory();
const startedAt = performance.now();
const step = openSync({ directory, graph, feed: groupFeed, clock: base.clock });
const { result } = await step.perform(new AbortController().signal);
const seconds = (performance.now() - startedAt) / 1_000;
const { succeeded: groups } = step.progress();
const { graphRequests, objectsAdded: written } = result ?? { graphRequests: 0, objectsAdded: 0 };
process.stdout.write(`${JSON.stringify({ groups, written, graphRequests, seconds, heap: watch.grown().heap })}\n`);
process.exit(0);
