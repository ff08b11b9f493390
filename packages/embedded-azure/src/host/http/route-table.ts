import { type RegisteredFunction, triggerType } from "../function-registry.ts";
import { matchRoute, type RouteParams } from "./match-route.ts";
import { parseRouteTemplate, type RouteSegment } from "./route-template.ts";

export type AuthLevel = "anonymous" | "function" | "admin";

export type Route = {
  readonly fn: RegisteredFunction;
  readonly template: string;
  readonly segments: readonly RouteSegment[];
  readonly methods: readonly string[];
  readonly authLevel: AuthLevel;
};

export type RouteTable = {
  /** In the order in which they are tried. */
  readonly routes: readonly Route[];
  readonly warnings: readonly string[];
  readonly find: (
    method: string,
    path: readonly string[],
  ) => { readonly route: Route; readonly params: RouteParams } | undefined;
};

/**
 * The host tries routes in the order of the functions' names, ignoring case, and takes the first match: a literal segment does not
 * beat a parameter (azure-functions-host issues 3153 and 9876). Another method is no match, hence 404 and never 405.
 */
export function makeRouteTable(functions: Iterable<RegisteredFunction>, routePrefix: string): RouteTable {
  const routes = [...functions]
    .filter((fn) => triggerType(fn) === "httptrigger")
    .sort((a, b) => compare(a.name.toUpperCase(), b.name.toUpperCase()))
    .map((fn) => toRoute(fn, routePrefix));
  const last = routes.at(-1);
  const fallback = last && isCatchAll(last) ? last : undefined;
  const warnings = routes.flatMap((route, index) =>
    routes.slice(index + 1).flatMap((later) => (later === fallback ? [] : overlapOf(route, later))),
  );
  return {
    routes,
    warnings,
    find(method, path) {
      for (const route of routes) {
        const params = route.methods.includes(method) ? matchRoute(route.segments, path) : undefined;
        if (params) return { route, params };
      }
      return undefined;
    },
  };
}

/** A last route that takes every path hides nothing: it answers what no other does, and means to. */
function isCatchAll({ segments: [first, ...others] }: Route): boolean {
  return first?.kind === "parameter" && first.catchAll && first.constraints.length === 0 && others.length === 0;
}

function toRoute(fn: RegisteredFunction, routePrefix: string): Route {
  const { route, methods, authLevel } = fn.trigger;
  const own = typeof route === "string" && route !== "" ? route : fn.name;
  const template = `${routePrefix}/${own}`.replace(/^\/+/, "");
  return {
    fn,
    template,
    segments: parseRouteTemplate(template),
    methods: (Array.isArray(methods) ? methods : ["GET", "POST"]).map((method) => String(method).toUpperCase()),
    authLevel: parseAuthLevel(authLevel, fn.name),
  };
}

function parseAuthLevel(value: unknown, name: string): AuthLevel {
  const level = typeof value === "string" ? value.toLowerCase() : "function";
  if (level === "anonymous" || level === "function" || level === "admin") return level;
  throw new Error(`The authLevel "${level}" of function "${name}" is not known.`);
}

function overlapOf(first: Route, second: Route): readonly string[] {
  const methods = first.methods.filter((method) => second.methods.includes(method));
  if (methods.length === 0 || !mayOverlap(first.segments, second.segments)) return [];
  if (first.template.toLowerCase() === second.template.toLowerCase()) {
    throw new Error(
      `The functions "${first.fn.name}" and "${second.fn.name}" have the same route "${first.template}".`,
    );
  }
  return [
    `The routes "${first.template}" (${first.fn.name}) and "${second.template}" (${second.fn.name}) overlap for ` +
      `${methods.join(", ")}: where both fit, ${first.fn.name} answers, because its name comes first.`,
  ];
}

/** Whether some path fits both; two parameters are taken to overlap whatever their constraints are. */
function mayOverlap(a: readonly RouteSegment[], b: readonly RouteSegment[]): boolean {
  const [first, ...restA] = a;
  const [second, ...restB] = b;
  if (!first || !second)
    return [...a, ...b].every((rest) => rest.kind === "parameter" && (rest.optional || rest.catchAll));
  if (!segmentsOverlap(first, second)) return false;
  if ([first, second].some((segment) => segment.kind === "parameter" && segment.catchAll)) return true;
  return mayOverlap(restA, restB);
}

function segmentsOverlap(a: RouteSegment, b: RouteSegment): boolean {
  if (a.kind === "literal" && b.kind === "literal") return a.text.toLowerCase() === b.text.toLowerCase();
  if (a.kind === "literal" && b.kind === "parameter") return b.constraints.every((allows) => allows(a.text));
  if (b.kind === "literal" && a.kind === "parameter") return a.constraints.every((allows) => allows(b.text));
  return true;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
