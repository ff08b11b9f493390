import { contracts } from "../../config/graph-contracts/registry.ts";
import type { Stack } from "../../local/stack.ts";
import { type Client, clientOf } from "../../tests/e2e/support/client.ts";
import { aTenant } from "../../tests/e2e/support/tenant.ts";

export type StartRate = {
  readonly what: "new" | "duplicate";
  readonly clients: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

/** Request units of one start of each kind, all that it reads and writes. */
export type StartUnits = { readonly start: number; readonly keyedStart: number; readonly join: number };

const startsAMeasurement = 600;
const startsForUnits = 50;

type Start = (turn: number) => Promise<void>;

/** Starts that find nothing active, each another set of types, and starts that all join one run. */
async function startsIn(stack: Stack): Promise<{ fresh: Start; keyed: Start; duplicate: Start }> {
  const { id } = await aTenant(stack, "Measured tenant");
  const client = await clientOf(stack, "operator");
  const setOf = makeTypeSets();
  const path = `/tenants/${id}/snapshots`;
  return {
    fresh: () => post(client, path, setOf(), 202),
    keyed: (turn) => post(client, path, setOf(), 202, { "idempotency-key": `key-${turn}-${id}` }),
    duplicate: () => post(client, path, {}, 200),
  };
}

/** Starts/s and how long each takes, so many clients at once. */
export async function measureRates(stack: Stack): Promise<StartRate[]> {
  const { fresh, duplicate } = await startsIn(stack);
  await fresh(0);
  await duplicate(0).catch(() => undefined); // The one that the others join.
  const rates: StartRate[] = [];
  for (const clients of [1, 16, 64]) {
    rates.push({ what: "new", clients, ...(await timed(fresh, clients)) });
    rates.push({ what: "duplicate", clients, ...(await timed(duplicate, clients)) });
  }
  return rates;
}

export async function measureUnits(stack: Stack): Promise<StartUnits> {
  const { fresh, keyed, duplicate } = await startsIn(stack);
  await duplicate(0).catch(() => undefined);
  return {
    start: await unitsOf(stack, fresh),
    keyedStart: await unitsOf(stack, keyed),
    join: await unitsOf(stack, duplicate),
  };
}

async function unitsOf({ servers }: Stack, start: Start): Promise<number> {
  servers.cosmos.control.resetCharges();
  for (let turn = 0; turn < startsForUnits; turn += 1) await start(turn);
  return servers.cosmos.control.charges().total.requestUnits / startsForUnits;
}

async function timed(start: Start, clients: number): Promise<Pick<StartRate, "perSecond" | "p50Ms" | "p99Ms">> {
  const tookMs: number[] = [];
  let next = 0;
  const begunAt = performance.now();
  const work = Array.from({ length: clients }, async () => {
    while (next < startsAMeasurement) {
      const turn = next;
      next += 1;
      const startedAt = performance.now();
      await start(turn);
      tookMs.push(performance.now() - startedAt);
    }
  });
  await Promise.all(work);
  const perSecond = startsAMeasurement / ((performance.now() - begunAt) / 1_000);
  tookMs.sort((a, b) => a - b);
  const at = (share: number): number => tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0;
  return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** Bodies that no two name the same set: the binary digits of a count say which types are in it. */
function makeTypeSets(): () => { types: string[] } {
  const keys = contracts.filter(({ read }) => read !== "by_id").map(({ key }) => key);
  let count = 0;
  return () => {
    count += 1;
    const set = count;
    return { types: keys.filter((_, position) => position < 31 && (set >> position) & 1) };
  };
}

async function post(client: Client, path: string, body: object, expected: number, headers = {}): Promise<void> {
  const { status } = await client.post(path, body, headers);
  if (status !== expected) throw new Error(`${path} answered ${status} instead of ${expected}.`);
}
