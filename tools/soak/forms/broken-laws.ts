import { makeRandom } from "@tenantpilot/embedded-azure/random";
import type { Change } from "../../../src/domain/comparison/change.ts";
import { diffForms } from "../../../src/domain/comparison/diff-forms.ts";
import { toJsonPatch } from "../../../src/domain/comparison/json-patch.ts";
import { makeConfigurationHash, toForm } from "../../../src/domain/comparison/to-form.ts";
import { changedAt } from "../../../src/domain/graph/values-at.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { applyChanges, applyPatch } from "./apply-changes.ts";
import { outOf, unorderedIn, withLeafChanged } from "./leaves.ts";
import { type FormCase, shuffled } from "./random-form-case.ts";

type Law = (given: FormCase, seed: number) => boolean;

/** The laws of forms and differences (specs/010-reading RC7) that a case breaks, by their names. */
export function brokenLaws(given: FormCase, seed: number): string[] {
  return Object.entries(laws).flatMap(([name, holds]) =>
    holds(given, seed) ? [] : [`${name} of ${given.contract.key}`],
  );
}

const laws: Readonly<Record<string, Law>> = {
  "L1, nothing differs from itself,": ({ contract, payload }) => {
    const form = toForm(contract, payload);
    return diffForms(contract, form, form).length === 0;
  },
  "L2, a difference makes the right of the left,": (given) => pairsOf(given).every(([a, b]) => makesRight(given, a, b)),
  "L3, a difference turned around mirrors its counts,": (given) =>
    pairsOf(given).every(
      ([a, b]) => countsOf(diffForms(given.contract, a, b)) === countsOf(diffForms(given.contract, b, a).map(mirrored)),
    ),
  "L4, order and volatile values do not matter,": ({ contract, payload }, seed) => {
    const again = shuffled(withOtherTimes(contract, payload), unorderedIn(contract), makeRandom(seed));
    return makeConfigurationHash(contract)(again as JsonObject) === makeConfigurationHash(contract)(payload);
  },
  "L5, the form of a form is itself,": (given) =>
    pairsOf(given)
      .flat()
      .every((form) => isSame(toForm(given.contract, form), form)),
  "L6, equal forms and equal hashes are one,": (given) => {
    const all = [given.payload, given.edited, given.other];
    const hashes = new Set(all.map((each) => makeConfigurationHash(given.contract)(each)));
    return hashes.size === new Set(all.map((each) => canonicalJson(toForm(given.contract, each)))).size;
  },
  "L7, no secret is in a form or a difference,": ({ contract, payload, edited }) => {
    const form = toForm(contract, withMarkedSecrets(contract, payload));
    const changes = diffForms(contract, form, toForm(contract, withMarkedSecrets(contract, edited)));
    return !canonicalJson([form, changes.map(({ before, after }) => ({ before, after }))]).includes(marker);
  },
  "L8, any leaf that is not out is seen,": ({ contract, payload }, seed) => {
    const changed = withLeafChanged(payload, seed % 60);
    if (!changed || outOf(contract)(changed.place)) return true;
    return makeConfigurationHash(contract)(changed.object) !== makeConfigurationHash(contract)(payload);
  },
};

function pairsOf({ contract, payload, edited, other }: FormCase): [JsonObject, JsonObject][] {
  const [a, b, c] = [payload, edited, other].map((each) => toForm(contract, each)) as [
    JsonObject,
    JsonObject,
    JsonObject,
  ];
  return [
    [a, b],
    [a, c],
  ];
}

function makesRight({ contract }: FormCase, left: JsonObject, right: JsonObject): boolean {
  const byChanges = applyChanges(left, diffForms(contract, left, right));
  return isSame(byChanges, right) && isSame(applyPatch(left, toJsonPatch(left, right)), right);
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function mirrored(change: Change): Change {
  const kinds = { added: "removed", removed: "added" } as const;
  return change.kind === "added" || change.kind === "removed" ? { ...change, kind: kinds[change.kind] } : change;
}

function countsOf(changes: readonly Change[]): string {
  return canonicalJson(changes.map(({ kind }) => kind).toSorted());
}

function withOtherTimes(contract: FormCase["contract"], payload: JsonObject): JsonObject {
  return contract.volatile.reduce((object, path) => changedAt(object, path, () => "at another time"), payload);
}

const marker = "swordfish";

function withMarkedSecrets({ secrets }: FormCase["contract"], payload: JsonObject): JsonObject {
  return secrets.reduce((object, secret) => changedAt(object, secret, () => marker), payload);
}
