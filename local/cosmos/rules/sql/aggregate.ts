import type { Value } from "../json.ts";
import { compareValues, typeRank } from "./compare-values.ts";
import type { AggregateName } from "./syntax.ts";

export type Aggregator = { add(value: Value): void; result(): Value };

/** One aggregate over values that arrive one by one; values that are undefined do not count. */
export function makeAggregator(name: AggregateName): Aggregator {
  if (name === "COUNT") return makeCount();
  if (name === "SUM") return makeSum();
  return makeExtreme(name === "MIN" ? -1 : 1);
}

function makeCount(): Aggregator {
  let count = 0;
  return {
    add: (value) => {
      if (value !== undefined) count++;
    },
    result: () => count,
  };
}

/** One value that is no number makes the whole sum undefined. */
function makeSum(): Aggregator {
  let sum: number | undefined = 0;
  return {
    add: (value) => {
      if (value === undefined) return;
      sum = typeof value === "number" && sum !== undefined ? sum + value : undefined;
    },
    result: () => sum,
  };
}

/** One array or object makes the whole result undefined: they have no order. */
function makeExtreme(direction: 1 | -1): Aggregator {
  let best: Value;
  let hasOrder = true;
  return {
    add: (value) => {
      if (value === undefined) return;
      if (typeRank(value) > 5) hasOrder = false;
      if (best === undefined || compareAny(value, best) * direction > 0) best = value;
    },
    result: () => (hasOrder ? best : undefined),
  };
}

function compareAny(left: Value, right: Value): number {
  return typeRank(left) - typeRank(right) || compareValues(left, right);
}
