import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makeRandom, type Random } from "@tenantpilot/embedded-azure/random";
import { makeClock } from "../../../src/adapters/clock/make-clock.ts";
import { type AcceptedRun, contradictionsIn } from "./contradictions-in.ts";
import { type KillableProduct, type KillTarget, killTargets, startKillableProduct } from "./killable-product.ts";
import { readStored } from "./read-stored.ts";
import { runConcurrently } from "./run-concurrently.ts";
import { startUntilAnswered } from "./start-until-answered.ts";
import { waitUntil } from "./wait-until.ts";

const defaultKills = 50;
const fewestRuns = 20;
const activeAtOnce = 4;
const shortestLifeMs = 200;
const longestLifeMs = 4_000;
const lookAgainMs = 200;
// After the last kill: a lock of the queue, leases, a minute of silence and up to three attempts (I8).
const patienceMs = 15 * 60_000;

const typeSets = [
  ["settingsCatalog"],
  ["assignmentFilter"],
  ["assignmentFilter", "settingsCatalog"],
  ["roleScopeTag"],
  ["roleScopeTag", "settingsCatalog"],
];

type Series = {
  readonly product: KillableProduct;
  readonly tenants: readonly string[];
  readonly accepted: AcceptedRun[];
  readonly killed: KillTarget[];
  readonly kills: number;
};

/**
 * kill -9 of the worker app, the http app or everything, at random moments while runs are started and at work. When
 * all is over: every run has ended, none was made twice, none got lost, and each has its audit entries and its
 * initiator's notifications.
 */
export async function killRuns(seed: number, kills = defaultKills) {
  const dataDir = await mkdtemp(join(tmpdir(), "soak-runs-"));
  await using product = await startKillableProduct(dataDir);
  const tenants = product.ready().tenants.map(({ id }) => id);
  const series: Series = { product, tenants, accepted: [], killed: [], kills };
  await runConcurrently(
    (signal) => startRuns(series, makeRandom(seed), signal),
    (signal) => killAtRandom(series, makeRandom(seed + 1), signal),
  );
  const isOver = await untilAllEnded(series);
  const contradictions = await contradictionsIn(product.ready(), tenants, series.accepted);
  if (isOver && contradictions.length === 0) await rm(dataDir, { recursive: true, force: true });
  const counts = killTargets.map((target) => `${series.killed.filter((each) => each === target).length} ${target}`);
  const did = `${kills} kills (${counts.join(", ")}), ${series.accepted.length} starts of ${countRuns(series)} runs`;
  return { did, contradictions };
}

/** One kill after the other, over all the runs: each waits until its share of them has been started. */
async function killAtRandom(series: Series, random: Random, signal: AbortSignal): Promise<void> {
  const { product, killed, kills } = series;
  while (killed.length < kills) {
    await until(() => countRuns(series) >= Math.floor((killed.length / kills) * fewestRuns), signal);
    const target = random.chance(20) ? "everything" : random.pick(["worker", "worker", "http"] as const);
    do await pause(random.integer(shortestLifeMs, longestLifeMs), undefined, { signal });
    while (!(await product.kill(target)));
    killed.push(target);
  }
}

/**
 * Starts one run after the other, so that some are always active while parts are killed. While too many are, the last
 * is asked for again and again: who joins it meets the kills too, and when it has ended, it is made anew.
 */
async function startRuns(series: Series, random: Random, signal: AbortSignal): Promise<void> {
  const { product, tenants, accepted, killed, kills } = series;
  for (let turn = 0; killed.length < kills || countRuns(series) < fewestRuns; ) {
    const [tenantId, types] = [random.pick(tenants), random.pick(typeSets)];
    const hasRoom = async (): Promise<boolean> => {
      turn += 1;
      accepted.push(await startUntilAnswered(product.caller, tenantId, { types }, `soak-${turn}`, signal));
      return (await countActive(product, tenants)) < activeAtOnce;
    };
    if (!(await waitUntil(makeClock(), hasRoom, { patienceMs, everyMs: lookAgainMs })))
      throw new Error(`${activeAtOnce} runs are active and none has ended for ${patienceMs / 60_000} minutes.`);
  }
}

function countRuns({ accepted }: Series): number {
  return new Set(accepted.map(({ runId }) => runId)).size;
}

/** Whoever starts runs gives up, and stops this by its signal. */
async function until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
  while (!isSo()) await pause(lookAgainMs, undefined, { signal });
}

/** Whether all runs have ended, now or before patience is over. */
function untilAllEnded({ product, tenants }: Series): Promise<boolean> {
  const isSo = async (): Promise<boolean> => (await countActive(product, tenants)) === 0;
  return waitUntil(makeClock(), isSo, { patienceMs, everyMs: lookAgainMs });
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
