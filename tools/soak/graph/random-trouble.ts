import type { FaultPlanInput } from "../../../local/graph/trouble/fault-plan.ts";
import type { Random } from "../../../local/seeds/random.ts";

// A request that fails is tried four times (retryLimits): so many refusals, even in a row, never use that up.
const mostRefusals = 3;

/** Small and large pages, and refusals of whole requests and of parts of batches, with and without `Retry-After`. */
export function randomTrouble(random: Random): FaultPlanInput {
  const outer = random.integer(0, mostRefusals);
  return {
    seed: random.integer(1, 2 ** 31),
    pageItems: { from: 1, to: random.pick([1, 2, 7, 25, 100]) },
    faults: [
      // All batches have one address, so what befalls one of them befalls it by chance.
      ...Array.from({ length: outer }, () => ({ ...refusal(random), match: "^POST .*batch$", times: 1 })),
      ...Array.from({ length: mostRefusals - outer }, () => ({ ...refusal(random), match: "^GET ", timesEach: 1 })),
    ],
  };
}

function refusal(random: Random) {
  const retryAfter = random.pick([null, "0", "0.25", "1", "2.128", "30"]);
  return {
    kind: "status" as const,
    status: random.pick([429, 503, 504]),
    probability: random.pick([0.05, 0.3, 1]),
    ...(retryAfter === null ? {} : { retryAfter }),
  };
}
