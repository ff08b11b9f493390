import { parseConstraint, type RouteConstraint } from "./route-constraint.ts";

export type RouteSegment =
  | { readonly kind: "literal"; readonly text: string }
  | {
      readonly kind: "parameter";
      readonly name: string;
      readonly optional: boolean;
      readonly catchAll: boolean;
      readonly constraints: readonly RouteConstraint[];
    };

/** Reads an ASP.NET route template: literals, `{x}`, `{x?}`, `{*x}`, `{x:constraint}`. Defaults and mixed segments are refused. */
export function parseRouteTemplate(template: string): readonly RouteSegment[] {
  const segments = template.split("/").filter(Boolean).map(parseSegment);
  const early = segments.slice(0, -1).find((segment) => segment.kind === "parameter" && endsRoute(segment));
  if (early) throw new Error(`Only the last segment of route "${template}" may be optional or a catch-all.`);
  return segments;
}

function endsRoute(segment: Extract<RouteSegment, { kind: "parameter" }>): boolean {
  return segment.optional || segment.catchAll;
}

function parseSegment(text: string): RouteSegment {
  if (!/[{}]/.test(text)) return { kind: "literal", text };
  const match = /^\{(\*?)(\w+)((?::\w+(?:\([^)]*\))?)*)(\??)\}$/.exec(text);
  if (!match) throw new Error(`The local host does not support the route segment "${text}".`);
  const [, star, name = "", constraints = "", question] = match;
  return {
    kind: "parameter",
    name,
    optional: question === "?",
    catchAll: star === "*",
    constraints: constraints.split(":").filter(Boolean).map(parseConstraint),
  };
}
