import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeRandom } from "@tenantpilot/embedded-azure/random";
import { makeClock } from "../../../src/adapters/clock/make-clock.ts";
import { startWatchedStack, type WatchedStack } from "../../stack/start-watched-stack.ts";
import { waitUntil } from "../runs/wait-until.ts";
import { aCanary, type Canary } from "./canary.ts";
import { type MarksFound, makeMarksFound } from "./marks-found.ts";
import { readStores, readTold } from "./read-places.ts";
import { comeIn, letRead, settle, untilAllEnded } from "./settle-canaries.ts";
import { aVisitor } from "./visitor.ts";
import { readAll, wander } from "./wander.ts";

export type Searched = { readonly did: string; readonly contradictions: readonly string[] };

const owners = ["owner", "manager", "operator"];
// Spans leave a process within some seconds of their end.
const telemetryPatience = { patienceMs: 60_000, everyMs: 50 };

/** `searchCanaries` over a product of its own. */
export async function searchCanariesAlone(seed: number, requests: number): Promise<Searched> {
  const dataDir = await mkdtemp(join(tmpdir(), "soak-walls-"));
  const settings = { RATE_LIMIT_PER_SECOND: "10000", RATE_LIMIT_BURST: "100000" };
  try {
    await using stack = await startWatchedStack({ dataDir, portBase: 0, settings });
    // Awaited here: the product is closed when this returns.
    return await searchCanaries(stack, { seed, requests });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * access.md 24: three tenants come in and are worked with at once, by an owner of each, by a reader of two of them and by a
 * member of none, with so many random requests in all. Then whatever anybody got, and whatever was stored or told, is
 * searched for marks of a tenant that it has nothing to do with.
 */
export async function searchCanaries(
  stack: WatchedStack,
  { seed, requests }: { readonly seed: number; readonly requests: number },
): Promise<Searched> {
  const random = makeRandom(seed);
  const canaries = owners.map((owner) => ({ ...aCanary(random), owner }));
  const found = makeMarksFound(canaries);
  try {
    await workAtOnce(stack, canaries, found, { seed, requests });
    await readStores(stack, canaries, found);
    await untilTelemetryIsThere(stack);
    readTold(stack.told, found);
  } catch (error) {
    // What was found until then may be why.
    found.contradictions.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const { did, blind } = found.summary();
  return { did: `${requests} random requests; ${did}`, contradictions: [...found.contradictions, ...blind] };
}

async function workAtOnce(
  stack: WatchedStack,
  canaries: readonly (Canary & { readonly owner: string })[],
  found: MarksFound,
  { seed, requests }: { readonly seed: number; readonly requests: number },
): Promise<void> {
  // Who runs the platform sees what tenants there are.
  const admin = await aVisitor(stack, found, "platform-admin", canaries);
  const reader = await aVisitor(stack, found, "reader", canaries.slice(0, 2));
  const outsider = await aVisitor(stack, found, "outsider", []);
  const homes = await Promise.all(
    canaries.map(async (canary) => {
      const owner = await aVisitor(stack, found, canary.owner, [canary]);
      await comeIn(stack, canary, canary.owner, admin);
      if (reader.may.includes(canary)) await letRead(owner, canary, "reader");
      return { owner, ...(await settle(owner, canary)) };
    }),
  );
  const visitors = [...homes.map(({ owner }) => owner), reader, outsider];
  const each = Math.ceil(requests / visitors.length);
  const randoms = visitors.map((visitor, position) => ({ visitor, random: makeRandom(seed * 10 + position) }));
  await Promise.all(randoms.map(({ visitor, random }) => wander(visitor, homes, random, each)));
  await Promise.all(homes.map(({ owner, canary }) => untilAllEnded(owner, canary)));
  await stack.apps.worker.run("audit");
  await Promise.all(visitors.map((visitor) => readAll(visitor, homes)));
}

async function untilTelemetryIsThere({ told }: WatchedStack): Promise<void> {
  const isThere = async () => JSON.stringify(told.telemetry.envelopes()).includes("http exportAuditNdjson");
  if (!(await waitUntil(makeClock(), isThere, telemetryPatience))) throw new Error("No telemetry came.");
}
