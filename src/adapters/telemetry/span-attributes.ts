import type { SpanFacts } from "../../domain/telemetry/telemetry.ts";

type Attribute = { readonly name: string; readonly form: RegExp };

const count = /^\d{1,9}$/;

/** Under which name each fact is exported, and the only form in which it is. */
export const spanAttributes = {
  tenantId: { name: "tenantpilot.tenant_id", form: /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|platform)$/ },
  runId: { name: "tenantpilot.run_id", form: /^[0-9a-z]{26}$/ },
  attempt: { name: "tenantpilot.attempt", form: count },
  group: { name: "tenantpilot.graph.group", form: /^[A-Za-z][A-Za-z0-9]{1,39}$/ },
  method: { name: "http.request.method", form: /^[A-Z]{3,7}$/ },
  route: { name: "url.template", form: /^[A-Za-z0-9/{}.$_-]{1,200}$/ },
  status: { name: "http.response.status_code", form: /^\d{3}$/ },
  requests: { name: "tenantpilot.graph.requests", form: count },
  withoutRoute: { name: "tenantpilot.graph.without_route", form: /^[A-Za-z0-9/{}.$_-]{1,200}$/ },
  throttled: { name: "tenantpilot.graph.throttled", form: count },
} as const satisfies Record<keyof SpanFacts, Attribute>;

/** The facts as attributes. A value of another form is left out: a caller's text must not become telemetry. */
export function toAttributes(facts: SpanFacts): Record<string, string | number> {
  const entries = Object.entries(spanAttributes).flatMap(([fact, { name, form }]) => {
    const value = facts[fact as keyof SpanFacts]; // The table has exactly the keys of SpanFacts.
    return value !== undefined && form.test(String(value)) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}
