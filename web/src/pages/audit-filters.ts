import type { AuditFilters } from "../api/audit.ts";
import { endOfDay, startOfDay } from "../parts/address.ts";
import type { Filter } from "../parts/filter.ts";
import type { Words } from "../words/words.ts";
import type { AuditSearch } from "./audit-search.ts";

/** The filters of an address as the API takes them. */
export function toAuditFilters({ action, actor, target, from, to }: AuditSearch): AuditFilters {
  return { action, actor, target, from: startOfDay(from), to: endOfDay(to) };
}

/** The filters that a list of audit entries offers. */
export function auditFilters({ audit, terms }: Words): readonly Filter[] {
  const { filters } = audit;
  const actions = Object.entries(terms.auditActions).map(([value, text]) => ({ value, text }));
  return [
    { name: "action", label: filters.action, options: actions },
    { name: "actor", label: filters.actor },
    { name: "target", label: filters.target },
    { name: "from", label: filters.from, isDay: true },
    { name: "to", label: filters.to, isDay: true },
  ];
}
