import type { FleetMeasurement } from "./measure.ts";

// Cosmos DB serverless allows one physical partition 5,000 RU a second:
// https://learn.microsoft.com/azure/cosmos-db/serverless-performance
const storeUnitsASecond = 5_000;
// Conditional access: five collections, 1 request in 1.1 s (src/adapters/graph/graph-limits.ts): what the smallest child waits for.
const slowestGroupMs = 5 * 1_100;

type Sizes = {
  readonly tenants: number;
  readonly target: number;
  readonly atOnce: number;
  /** From one round of the fleet to the next: a place that a child leaves is free until then, at most. */
  readonly roundMs: number;
};

/**
 * What a fleet of `target` tenants takes, as lines that show how: all that is counted grows with the number of tenants,
 * and time is the most of what each limit alone would take.
 */
export function extrapolate(measured: FleetMeasurement, { tenants, target, atOnce, roundMs }: Sizes): string[] {
  const factor = target / tenants;
  const counted = (what: string, total: number) =>
    `    ${what.padEnd(28)}${count(total)} x ${target}/${tenants} = ${count(total * factor)}`;
  const here = (measured.wallMs / 1_000) * factor;
  const turnMs = slowestGroupMs + roundMs;
  const turns = (Math.ceil(target / atOnce) * turnMs) / 1_000;
  const store = (measured.requestUnits * factor) / storeUnitsASecond;
  return [
    `  extrapolated to ${target} tenants:`,
    counted("requests to Graph", measured.graphRequests),
    counted("requests to Cosmos DB", measured.storeRequests),
    counted("request units", measured.requestUnits),
    counted("operations of Service Bus", measured.busOperations),
    `    ${"memory".padEnd(28)}as measured: so many at once, whatever their number`,
    `    ${"wall time, this machine".padEnd(28)}${(measured.wallMs / 1_000).toFixed(0)} s x ${target}/${tenants} = ${minutes(here)}`,
    `    ${"wall time, Graph and turns".padEnd(28)}${target}/${atOnce} x (${slowestGroupMs / 1_000} s + ${roundMs / 1_000} s) = ${minutes(turns)}`,
    `    ${"wall time, one partition".padEnd(28)}${count(measured.requestUnits * factor)} RU / ${storeUnitsASecond} a second = ${minutes(store)}`,
    `    ${"wall time, the longest".padEnd(28)}${minutes(Math.max(here, turns, store))}`,
  ];
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

function minutes(seconds: number): string {
  return `${(seconds / 60).toFixed(0)} min`;
}
