import type { RunFilters } from "../api/run.ts";
import { oneOf, type Search } from "../parts/address.ts";
import type { Filter } from "../parts/filter.ts";
import { wordFor } from "../words/word-for.ts";
import type { Words } from "../words/words.ts";

/** What of an address filters runs. */
export type RunSearch = Search<"status" | "outcome" | "type" | "initiator" | "from" | "to" | "text">;

const statuses = ["queued", "running", "completed"] as const;
const outcomes = ["succeeded", "partially_succeeded", "failed", "cancelled"] as const;
const tenantTypes = [
  "inventory.sync",
  "snapshot.take",
  "directory.sync",
  "events.collect",
  "audit.verify",
  "tenant.verify",
  "configuration.restore",
] as const;
const types = [...tenantTypes, "fleet.snapshot", "definitions.refresh"] as const;

/** The filters of an address as the API takes them. */
export function toRunFilters(search: RunSearch): RunFilters {
  return {
    status: oneOf(statuses, search.status),
    outcome: oneOf(outcomes, search.outcome),
    type: oneOf(types, search.type),
    initiator: search.initiator,
    text: search.text,
  };
}

/** The filters that a list of runs offers; the platform's has one type only. */
export function runFilters(words: Words, ofTenant: boolean): readonly Filter[] {
  const { filters, status } = words.operations;
  const options = <Value extends string>(values: readonly Value[], table: Readonly<Record<string, string>>) =>
    values.map((value) => ({ value, text: wordFor(table, value) }));
  const ofTypes = { name: "type", label: filters.type, options: options(tenantTypes, words.terms.runTypes) };
  return [
    { name: "text", label: filters.text },
    { name: "status", label: filters.status, options: options(statuses, status) },
    { name: "outcome", label: filters.outcome, options: options(outcomes, words.parts.states) },
    ...(ofTenant ? [ofTypes] : []),
  ];
}
