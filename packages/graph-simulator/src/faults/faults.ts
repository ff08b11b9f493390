import { chanceOf, waitOf } from "./chance.ts";
import { type Fault, type FaultPlanInput, parseFaultPlan } from "./fault-plan.ts";

export type Faults = {
  /** Replaces all faults and waiting times. */
  set(plan: FaultPlanInput): void;
  /** The first fault for a request, used up by one. */
  take(text: string): Fault | undefined;
  /** How long a request waits by the plan, in ms. */
  waitMs(text: string): number;
  /** How many items a page holds by the plan; undefined where it says nothing. */
  pageItems(text: string): number | undefined;
};

export function makeFaults(): Faults {
  let plan = parseFaultPlan([]);
  let armed = armedOf(plan.faults);
  let waits = withPatterns(plan.latency);
  // The same request gets another chance each time it comes.
  let seen = new Map<string, number>();

  function keyOf(what: string, text: string): string {
    const nth = (seen.get(`${what} ${text}`) ?? 0) + 1;
    seen.set(`${what} ${text}`, nth);
    return `${what} ${nth} ${text}`;
  }

  function applies({ probability, timesEach = Number.POSITIVE_INFINITY }: Fault, position: number, text: string) {
    const struck = seen.get(`struck ${position} ${text}`) ?? 0;
    if (struck >= timesEach) return false;
    const strikesNow = probability >= 1 || chanceOf(plan.seed, keyOf(`fault ${position}`, text)) < probability;
    if (strikesNow) seen.set(`struck ${position} ${text}`, struck + 1);
    return strikesNow;
  }

  return {
    set(given) {
      plan = parseFaultPlan(given);
      armed = armedOf(plan.faults);
      waits = withPatterns(plan.latency);
      seen = new Map();
    },
    take(text) {
      const found = armed.find(
        ({ rule, pattern, left }, position) => left > 0 && pattern.test(text) && applies(rule, position, text),
      );
      if (!found) return undefined;
      found.left -= 1;
      return found.rule;
    },
    waitMs(text) {
      const found = waits.find(({ pattern }) => pattern.test(text));
      return found ? waitOf(found.rule.distribution, plan.seed, keyOf("wait", text)) : 0;
    },
    pageItems(text) {
      const { pageItems: items, seed } = plan;
      return items && items.from + Math.floor(chanceOf(seed, keyOf("page", text)) * (items.to - items.from + 1));
    },
  };
}

function armedOf(faults: readonly Fault[]) {
  return withPatterns(faults).map((each) => ({ ...each, left: each.rule.times }));
}

function withPatterns<Rule extends { readonly match: string }>(rules: readonly Rule[]) {
  return rules.map((rule) => ({ rule, pattern: new RegExp(rule.match, "i") }));
}
