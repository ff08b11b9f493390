import { contracts } from "../../config/graph-contracts/registry.ts";
import { comparisonsAtOnce } from "../../config/limits.ts";
import { formIdOf } from "../domain/comparison/form-rule.ts";
import { windowOfInventory } from "../domain/comparison/inventory-side.ts";
import { targetsOfReferences } from "../domain/comparison/named-objects.ts";
import { makeContractIndex } from "../domain/graph/contract-index.ts";
import { hashOfText } from "../domain/hash/hash-of-text.ts";
import type { TenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import { compareObject } from "../use-cases/comparison/compare-object.ts";
import { compareSides } from "../use-cases/comparison/compare-sides.ts";
import { limitPasses } from "../use-cases/comparison/limit-passes.ts";
import { matchByName } from "../use-cases/comparison/match-by-name.ts";
import { type Matching, matchById } from "../use-cases/comparison/matching.ts";
import { sideOfInventory } from "../use-cases/comparison/open-inventory.ts";
import { type Side, sideOfSnapshot } from "../use-cases/comparison/open-side.ts";
import { readForm } from "../use-cases/comparison/read-form.ts";
import type { Base } from "./base.ts";
import type { Verb } from "./verb.ts";

type ComparisonVerbs = {
  readonly compareSides: Verb<typeof compareSides>;
  readonly compareObject: Verb<typeof compareObject>;
  readonly readForm: Verb<typeof readForm>;
  readonly matchById: Matching;
  readonly matchByName: Verb<typeof matchByName>;
  readonly sideOfSnapshot: Verb<typeof sideOfSnapshot>;
  /** The inventory of a tenant beside what was read at a time (ISO 8601 UTC), and when its types were listed. */
  readonly sideOfInventory: (
    scope: TenantScope,
    since: string,
  ) => Promise<{ readonly side: Side; readonly window: ReturnType<typeof windowOfInventory> }>;
  /** An ETag of what an answer depends on, beside today's rules. */
  readonly tagOf: (...facts: readonly unknown[]) => string;
};

/** Reading what two sides differ in. */
export function makeComparisonVerbs({ storesFor }: Base): ComparisonVerbs {
  const index = makeContractIndex(contracts);
  const targets = targetsOfReferences(contracts);
  const types = contracts.map(({ key }) => key);
  const pass = limitPasses(comparisonsAtOnce);
  const rules = hashOfText(contracts.map((contract) => `${contract.key} ${formIdOf(contract)}`).join("\n"));
  return {
    compareSides: (...rest) => pass(() => compareSides(index, ...rest)),
    compareObject: (...rest) => pass(() => compareObject(index, ...rest)),
    matchById,
    matchByName: (...rest) => matchByName({ ...index, targets }, ...rest),
    readForm: (...rest) => readForm({ ...index, storesFor }, ...rest),
    sideOfSnapshot: (...rest) => sideOfSnapshot(storesFor, ...rest),
    sideOfInventory: async (scope, since) => {
      const listing = await storesFor(scope).inventory.listing();
      const side = sideOfInventory(storesFor, scope, { types, listing, since });
      return { side, window: windowOfInventory(types, listing) };
    },
    tagOf: (...facts) => `"${hashOfText(JSON.stringify([rules, ...facts])).slice(0, 32)}"`,
  };
}
