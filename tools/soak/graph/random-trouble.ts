import type { Random } from "@tenantpilot/embedded-azure/random";
import type { FaultPlanInput } from "@tenantpilot/graph-simulator/fault-plan";

// A request that fails is tried four times (retryLimits): so many refusals, even in a row, leave one try for a connection
// that a busy machine really loses.
const mostRefusals = 2;

/** Small and large pages, and refusals of whole requests and of parts of batches, with and without `Retry-After`. */
export function randomTrouble(random: Random): FaultPlanInput {
  const outer = random.integer(0, mostRefusals);
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
      ...Array.from({ length: mostRefusals - outer }, () => ({
        ...refusal(random, soon, [2, 10, 20]),
        match: "^GET ",
        timesEach: 1,
      })),
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
