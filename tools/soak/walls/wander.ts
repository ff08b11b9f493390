import type { Random } from "@tenantpilot/embedded-azure/random";
import fc from "fast-check";
import type { Route } from "../../../functions/http/route.ts";
import { routes } from "../../../functions/http/routes.ts";
import type { Request } from "../api/http-app-in-process.ts";
import { operationOf, requestsOf } from "../api/random-request.ts";
import { fewTypes, type Ids, type Settled } from "./settle-canaries.ts";
import type { Visitor } from "./visitor.ts";

// What stops the work of a tenant would leave nothing to look at. Who is a member of what is not left to chance.
const leftOut = new Set(["pauseGraph", "suspendTenant", "archiveTenant", "putMember", "deleteMember"]);
const readingTypes = new Set(["syncInventory", "takeSnapshot"]);
const open = routes.filter(({ id }) => !leftOut.has(id));
/** What a server takes as the first lines of a request. */
const mostLetters = 8_000;
const ownPercent = 80;

/** So many random requests of one caller, one after the other: mostly with ids of the own tenants, else with anybody's. */
export async function wander(
  visitor: Visitor,
  settled: readonly Settled[],
  random: Random,
  requests: number,
): Promise<void> {
  for (let count = 0; count < requests; count += 1) {
    const route = random.pick(open);
    const request = randomRequest(route, knownTo(visitor, settled, random), random);
    if (lettersOf(request) < mostLetters) await visitor.send(route, request);
  }
}

function knownTo({ may }: Visitor, settled: readonly Settled[], random: Random): Ids {
  const own = settled.filter(({ canary }) => may.includes(canary));
  const [one] = own.length > 0 ? random.sample(own, 1) : [];
  const names = Object.keys(settled[0]?.ids ?? {});
  const idOf = (name: string): string =>
    (one && random.chance(ownPercent) ? one : random.pick(settled)).ids[name] ?? "";
  return Object.fromEntries(names.map((name) => [name, idOf(name)]));
}

function randomRequest(route: Route, known: Ids, random: Random): Request {
  const seed = random.integer(0, 2 ** 31);
  const [request] = fc.sample(requestsOf(operationOf(route), known), { seed, numRuns: 1 });
  return { ...request, ...(readingTypes.has(route.id) ? { body: { types: fewTypes } } : {}) };
}

function lettersOf({ params, query, headers }: Request): number {
  return encodeURIComponent(JSON.stringify([params, query, headers]).toWellFormed()).length;
}

/** Every read of the API, with the ids of each of the own tenants. */
export async function readAll(visitor: Visitor, settled: readonly Settled[]): Promise<void> {
  const own = settled.filter(({ canary }) => visitor.may.includes(canary));
  const reads = routes.filter(({ method }) => method === "GET");
  for (const { ids } of own) for (const route of reads) await visitor.send(route, { params: ids });
}
