import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makeRandom, type Random } from "../../../local/seeds/random.ts";
import { makeClock } from "../../../src/adapters/clock/make-clock.ts";
import { type Accepted, contradictionsIn } from "./contradictions-in.ts";
import { type KillablePart, type KillableProduct, killableParts, startKillableProduct } from "./killable-product.ts";
import { readStored } from "./read-stored.ts";
import { startUntilAnswered } from "./start-until-answered.ts";
import { together } from "./together.ts";
import { waitUntil } from "./wait-until.ts";

const defaultKills = 50;
const fewestRuns = 20;
const activeAtOnce = 4;
const shortestLifeMs = 200;
const longestLifeMs = 4_000;
// After the last kill: a lock of the queue, leases, a minute of silence and up to three attempts (I8).
const patienceMs = 15 * 60_000;

const typeSets = [
  ["settingsCatalog"],
  ["assignmentFilter"],
  ["assignmentFilter", "settingsCatalog"],
  ["roleScopeTag"],
  ["roleScopeTag", "settingsCatalog"],
];

/**
 * kill -9 of the worker app, the http app or everything, at random moments while runs are started and at work. When
 * all is over: every run has ended, none was made twice, none got lost, and each has its audit entries and its
 * initiator's notifications.
 */
export async function killRuns(seed: number, kills = defaultKills) {
  const random = makeRandom(seed);
  const dataDir = await mkdtemp(join(tmpdir(), "soak-runs-"));
  const accepted: Accepted[] = [];
  const killed: KillablePart[] = [];
  await using product = await startKillableProduct(dataDir);
  const tenants = product.ready().tenants.map(({ id }) => id);
  await together(
    (signal) => startRuns(product, random, accepted, () => killed.length < kills, signal),
    (signal) => killAtRandom(product, makeRandom(seed + 1), killed, kills, signal),
  );
  const isOver = await untilAtMost(0, product, tenants);
  const contradictions = await contradictionsIn(product.ready(), tenants, accepted);
  if (isOver && contradictions.length === 0) await rm(dataDir, { recursive: true, force: true });
  const counts = killableParts.map((part) => `${killed.filter((each) => each === part).length} ${part}`);
  const runs = new Set(accepted.map(({ runId }) => runId)).size;
  return { did: `${kills} kills (${counts.join(", ")}), ${runs} runs`, contradictions };
}

async function killAtRandom(
  product: KillableProduct,
  random: Random,
  killed: KillablePart[],
  kills: number,
  signal: AbortSignal,
): Promise<void> {
  while (killed.length < kills) {
    const part = random.chance(20) ? "everything" : random.pick(["worker", "worker", "http"] as const);
    do await pause(random.integer(shortestLifeMs, longestLifeMs), undefined, { signal });
    while (!(await product.kill(part)));
    killed.push(part);
  }
}

/** Starts one run after the other, and joins now and then, so that some are always active while parts are killed. */
async function startRuns(
  product: KillableProduct,
  random: Random,
  accepted: Accepted[],
  isKilling: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const tenants = product.ready().tenants.map(({ id }) => id);
  for (let turn = 0; isKilling() || new Set(accepted.map(({ runId }) => runId)).size < fewestRuns; turn += 1) {
    const [tenantId, types] = [random.pick(tenants), random.pick(typeSets)];
    accepted.push(await startUntilAnswered(product.caller, tenantId, { types }, `soak-${turn}`, signal));
    if (!(await untilAtMost(activeAtOnce - 1, product, tenants, signal)))
      throw new Error(`${activeAtOnce} runs are active and none has ended for ${patienceMs / 60_000} minutes.`);
  }
}

/** Whether no more runs than that are active, now or before patience is over. */
function untilAtMost(
  most: number,
  product: KillableProduct,
  tenants: readonly string[],
  signal?: AbortSignal,
): Promise<boolean> {
  const isSo = async (): Promise<boolean> => {
    signal?.throwIfAborted();
    return (await countActive(product, tenants)) <= most;
  };
  return waitUntil(makeClock(), isSo, { patienceMs, everyMs: 200 });
}

/** Infinite while the database is being started again. */
async function countActive(product: KillableProduct, tenants: readonly string[]): Promise<number> {
  try {
    const stored = await Promise.all(tenants.map((id) => readStored(product.ready(), id)));
    const runs = stored.flatMap(({ tenantData }) => tenantData.filter(({ kind }) => kind === "run"));
    return runs.filter(({ status }) => status !== "completed").length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
