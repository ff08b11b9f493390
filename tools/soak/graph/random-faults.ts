import type { Random } from "@tenantpilot/embedded-azure/random";
import type { FaultPlanInput } from "@tenantpilot/graph-simulator/fault-plan";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";

// A request that fails is tried four times (retryLimits): so many refusals, even in a row, leave one try for a connection
// that a busy machine really loses.
const maxRefusals = 2;

/** Small and large pages, and refusals of whole requests and of requests inside batches, with and without `Retry-After`. */
export function randomFaults(random: Random): FaultPlanInput {
  const outer = random.integer(0, maxRefusals);
  return {
    seed: random.integer(1, 2 ** 31),
    pageItems: { from: 1, to: random.pick([1, 2, 7, 25, 100]) },
    faults: [
      // All batches have one address, so what befalls one of them befalls it by chance.
      ...Array.from({ length: outer }, () => ({
        ...refusal(random, ["30", ...soon], [30, 100]),
        match: "^POST .*batch$",
        times: 1,
      })),
      ...Array.from({ length: maxRefusals - outer }, () => ({
        ...refusal(random, soon, [2, 10, 20]),
        match: "^GET ",
        timesEach: 1,
      })),
    ],
  };
}

/** 404 to reads of any kind by chance: once, a few times or for ever, for whole lists too. */
export function randomNotFound(random: Random, siblings: readonly ObjectTypeContract[]): FaultPlanInput {
  // Where 404 says that there is nothing, only one that comes once can be distinguished from the truth.
  const isAnswer = siblings.some(({ read, absentIs404 }) => read === "singleton" || absentIs404);
  return {
    seed: random.integer(1, 2 ** 31),
    pageItems: { from: 1, to: random.pick([2, 25]) },
    faults: [
      {
        kind: "status",
        status: 404,
        match: random.pick(["^GET ", "^GET [^?]+/[0-9a-f-]{36}"]),
        probability: random.pick([2, 10, 30]) / 100,
        timesEach: isAnswer ? 1 : random.pick([1, 2, 3, 1_000]),
      },
    ],
  };
}

// Seconds, whole and fractional; null sends no header.
const soon = [null, "0", "0.25", "1", "2.128"];

// What strikes every request stays rare: a run gives up when it must ask most of them again (retryBudget).
function refusal(random: Random, retryAfters: readonly (string | null)[], percents: readonly number[]) {
  const retryAfter = random.pick(retryAfters);
  return {
    kind: "status" as const,
    status: random.pick([429, 503, 504]),
    probability: random.pick(percents) / 100,
    ...(retryAfter === null ? {} : { retryAfter }),
  };
}
