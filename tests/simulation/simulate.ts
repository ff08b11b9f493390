import type { VersionRules } from "@tenantpilot/embedded-azure/durable/version-match";
import host from "../../host.json" with { type: "json" };
import type { Document } from "../../tools/soak/runs/document.ts";
import { checkEnd } from "../../tools/soak/runs/invariants.ts";
import { Violation } from "../../tools/soak/runs/violation.ts";
import { makeSystem, type System } from "./make-system.ts";
import { makeWorld, noFaults, type World } from "./world.ts";

// JSON's strings are wider than the rules'; readHostJson refuses others when the host starts.
const deployedRules = host.extensions.durableTask as VersionRules;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * A run that died is noticed and ended within this time once nothing goes wrong any more (I8): at most three attempts,
 * each sent, re-sent and looked at again.
 */
const boundMs = hourMs;

export type Simulated = {
  readonly restedAfterMs: number;
  readonly violation: Violation | undefined;
  readonly trace: readonly string[];
};

/** Lives one seed: trouble for a while, then none, and at the end everything must have come to rest, truly. */
export async function simulate(seed: number, rules: VersionRules = deployedRules): Promise<Simulated> {
  const world = makeWorld(seed);
  let restedAfterMs = 0;
  try {
    const { random } = world;
    const [lagMs, doubled] = [random.pick([0, 500, 2_000]), random.pick([0, 0.05, 0.3])];
    const system = makeSystem(world, { lagMs, doubled, rules });
    tickForEver(world, system);
    world.setFaults({
      refused: random.pick([0, 0.01, 0.05]),
      answerLost: random.pick([0, 0.01, 0.05]),
      crash: random.pick([0, 0.005, 0.02]),
    });
    await liveInTrouble(world, system);
    world.setFaults(noFaults);
    system.setPaused(false);
    const quietFrom = world.steadyMs();
    await comeToRest(world, system);
    restedAfterMs = world.steadyMs() - quietFrom;
    checkRest(system, system.engine.active());
    // What waited for a newer version since a roll-back ends too when that one comes back, and changes nothing.
    system.deploy("2.0");
    await comeToRest(world, system);
    checkRest(system, system.engine.unfinished());
    return { violation: world.violations[0], trace: world.trace, restedAfterMs };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { violation: error, trace: world.trace, restedAfterMs };
  }
}

function checkRest({ store, accepted }: System, openWorkflows: number): void {
  const [tenantData, snapshots] = [store.documents("tenantData"), store.documents("snapshots")];
  const left = leftLink(tenantData);
  if (left) throw new Violation("I7", `the link ${left.id} never says how its child ended`);
  checkEnd({ tenantData, snapshots, blobs: store.blobs, accepted });
  if (openWorkflows > 0) throw new Violation("I8", `${openWorkflows} workflows never end`);
}

function tickForEver(world: World, system: System): void {
  if (system.worker.isAlive) launch(system.tick());
  world.after(minuteMs, undefined, () => tickForEver(world, system));
}

async function liveInTrouble(world: World, system: System): Promise<void> {
  const { random } = world;
  const steps = 50 + random.below(350);
  for (let step = 0; step < steps; step += 1) {
    await turn();
    failIfViolated(world);
    revive(world, system, 0.1);
    const luck = random.next();
    if (luck < 0.04) launch(system.start());
    else if (luck < 0.047) launch(system.cancel());
    else if (luck < 0.051) world.jumpClock(random.below(2 * minuteMs) - 20_000);
    else if (luck < 0.052) world.jumpClock(random.below(5 * hourMs));
    else if (luck < 0.053) system.setRight(random.chance(0.7));
    else if (luck < 0.08) world.advance(random.below(2 * minuteMs));
    else if (luck < 0.084) launch(system.startAll());
    else if (luck < 0.088) system.setPaused(random.chance(0.8));
    else if (luck < 0.094) system.deploy(random.pick(["1.0", "1.1", "2.0"]));
    else if (luck < 0.2) receive(system);
    else goOn(world);
  }
}

async function comeToRest(world: World, system: System): Promise<void> {
  const endsAt = world.steadyMs() + boundMs;
  while (world.steadyMs() < endsAt) {
    await turn();
    failIfViolated(world);
    revive(world, system, 1);
    receive(system);
    if (!goOn(world)) return;
    if (isAtRest(world, system)) return;
  }
}

/** Nothing waits, every run has ended, and every child's end is noted. Until the bound has passed, a run that has not is only slow. */
function isAtRest(world: World, { store, queue, engine }: System): boolean {
  if (world.hasCalls() || !queue.isEmpty() || engine.active() > 0) return false;
  const documents = store.documents("tenantData");
  return documents.every(({ kind, status }) => kind !== "run" || status === "completed") && !leftLink(documents);
}

/** A link that says its child works. */
function leftLink(documents: readonly Document[]): Document | undefined {
  return documents.find(({ kind, state }) => kind === "link" && state === "active");
}

/** One waiting effect, or when none waits, time up to the next thing that happens. */
function goOn(world: World): boolean {
  if (world.runOne()) return true;
  const ms = world.toNextTimer();
  if (ms === undefined) return false;
  world.advance(ms);
  return true;
}

function receive(system: System): void {
  if (!system.worker.isAlive) return;
  if (system.queue.hasFree("active")) launch(system.deliver("active"));
  else if (system.queue.hasFree("dead")) launch(system.deliver("dead"));
}

/** A dead process is started again by the platform, soon or a little later. */
function revive(world: World, system: System, chance: number): void {
  for (const process of [system.http, system.worker]) {
    if (!process.isAlive && world.random.chance(chance)) system.restart(process);
  }
}

function failIfViolated(world: World): void {
  const [violation] = world.violations;
  if (violation) throw violation;
}

/** Work of a process: what it throws is seen by whoever called it, or by nobody. */
function launch(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

/** Lets everything run that waits for no effect. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
