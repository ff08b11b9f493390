import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { retryBudget } from "../../../src/adapters/graph/graph-limits.ts";
import { type GroupUsage, makeGroupUsage } from "../../../src/adapters/graph/group-usage.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { toGraphRun } from "../../../src/domain/operation-run/to-graph-run.ts";
import { aRun } from "../../builders/a-run.ts";

const groups = [...new Set(contracts.map(({ serviceGroup }) => serviceGroup))];
const requestsOfEach = 100;

/** A run of all service groups, each of which makes some requests and then asks again for as long as it may. */
function aRunThatAsksAgain(ask: (use: GroupUsage) => boolean, spent = 0, asked = 0): number {
  const progress = Object.fromEntries(
    groups.map((name) => [name, { ...noProgress, retried: spent, throttled: spent, asked }]),
  );
  const uses = groups.map((group) => makeGroupUsage(toGraphRun(aRun({ progress }), group)));
  return uses.reduce((sum, use) => {
    use.countRequests(requestsOfEach, requestsOfEach);
    for (let retries = 0; ; retries += 1) {
      if (!ask(use)) return sum + retries;
      use.countRequests(1, 0);
    }
  }, 0);
}

const afterFailure = (use: GroupUsage): boolean => use.mayRetry(503);
const afterThrottle = (use: GroupUsage): boolean => {
  use.throttledBy(1, 0);
  return use.mayRetry(429);
};

describe("a run's budget of retries (P6.14)", () => {
  it.each([
    ["failed", afterFailure],
    ["throttled", afterThrottle],
  ] as const)("is one for all of its service groups: %s", (kind, ask) => {
    const { atLeast, share } = retryBudget[kind];
    const most = atLeast + share * groups.length * requestsOfEach;
    const retries = aRunThatAsksAgain(ask);
    expect(retries).toBeLessThanOrEqual(most);
    // What the division leaves over is lost: less than one a group.
    expect(retries).toBeGreaterThan(most - groups.length);
  });

  it.each([
    ["failed", afterFailure],
    ["throttled", afterThrottle],
  ] as const)("counts what activities before this one have spent: %s", (kind, ask) => {
    const { atLeast, share } = retryBudget[kind];
    const spent = Math.floor(atLeast / groups.length);
    expect(aRunThatAsksAgain(ask, spent)).toBe(share * groups.length * requestsOfEach);
    expect(aRunThatAsksAgain(ask, spent + share * requestsOfEach)).toBe(0);
    // And what they have asked for: a large tenant is not given up because an activity begins again.
    expect(aRunThatAsksAgain(ask, spent + share * requestsOfEach, requestsOfEach)).toBe(
      share * groups.length * requestsOfEach,
    );
  });

  it("is whole for a client that works outside of runs", () => {
    const use = makeGroupUsage();
    let retries = 0;
    while (afterFailure(use)) retries += 1;
    expect(retries).toBe(retryBudget.failed.atLeast);
  });
});
