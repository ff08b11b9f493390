import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import type { Route } from "../../../functions/http/route.ts";
import { routes } from "../../../functions/http/routes.ts";
import { demoTenants } from "../../../local/seeds/demo-tenants.ts";
import { seedProduct } from "../../../local/stack/seed-product.ts";
import { errorCodeSchema } from "../../../src/domain/error/error-codes.ts";
import { type Received, type Request, type ServedApp, startHttpApp } from "./http-app-in-process.ts";
import { operationOf, requestsOf } from "./random-request.ts";

/** Nothing that a request asks for takes nearly as long, on any machine. */
const hangsAfterMs = 60_000;

const users = ["owner", "owner", "owner", "reader", "platform-admin", "outsider", undefined];

/** `fuzzServedApp` over an app of its own, with the demo tenants. */
export async function fuzzApi(seed: number, requests: number): Promise<Fuzzed> {
  await using served = await startHttpApp(demoTenants);
  await seedProduct(served.servers.cosmos, demoTenants);
  // Awaited here: the app is closed when this returns.
  return await fuzzServedApp(served, await knownIds(served), { seed, requests });
}

type Fuzzed = { readonly did: string; readonly contradictions: string[] };

/**
 * Sends random requests to every route in turn, as the API's description has them and as it has not. Each must be answered
 * in time, by a success or by a problem with a code of the table, and with nothing of the program's inside. `known` are
 * values that something has, by the name of the parameter.
 */
export async function fuzzServedApp(
  served: ServedApp,
  known: Readonly<Record<string, string>>,
  { seed, requests }: { readonly seed: number; readonly requests: number },
): Promise<Fuzzed> {
  const each = Math.ceil(requests / routes.length);
  const contradictions: string[] = [];
  const statuses = new Map<number, number>();
  for (const [position, route] of routes.entries()) {
    const arbitrary = fc.record({ request: requestsOf(operationOf(route), known), user: fc.constantFrom(...users) });
    for (const { request, user } of fc.sample(arbitrary, { seed: seed + position, numRuns: each })) {
      const answer = await answerOf(served, route, request, user);
      statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
      const wrong = wrongIn(answer);
      if (wrong) contradictions.push(`${route.id} as ${user}: ${wrong}\n  ${JSON.stringify(request).slice(0, 2_000)}`);
    }
  }
  const counted = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${count} x ${status}`);
  return { did: `${each * routes.length} requests to ${routes.length} routes: ${counted.join(", ")}`, contradictions };
}

/** Ids of what exists, so that a part of the requests gets past the first check. */
async function knownIds(served: ServedApp): Promise<Record<string, string>> {
  const tenantId = demoTenants[0]?.id ?? "";
  const start = async (id: string, body: object): Promise<string> => {
    const route = routes.find((each) => each.id === id);
    if (!route) throw new Error(`There is no route ${id}.`);
    const { text } = await served.send(route, { params: { tenantId }, body }, "owner");
    return String(JSON.parse(text).id);
  };
  const scheduleId = await start("createSchedule", { cron: "0 2 * * *" });
  return { tenantId, scheduleId, runId: await start("takeSnapshot", {}), type: "settingsCatalog" };
}

async function answerOf(
  served: ServedApp,
  route: Route,
  request: Request,
  user: string | undefined,
): Promise<Received | undefined> {
  const done = new AbortController();
  const late = setTimeout(hangsAfterMs, undefined, { signal: done.signal }).catch(() => undefined);
  const answer = await Promise.race([served.send(route, request, user), late]);
  done.abort();
  return answer;
}

/** What is wrong with an answer, if anything. */
function wrongIn(answer: Received | undefined): string | undefined {
  if (!answer) return "no answer";
  const { status, text } = answer;
  if (status < 200 || status >= 500) return `${status} ${text.slice(0, 500)}`;
  if (/\n\s+at \S+ \(|node_modules/.test(text)) return `a stack trace in ${text.slice(0, 500)}`;
  if (status < 400) return undefined;
  const { code } = JSON.parse(text);
  return errorCodeSchema.safeParse(code).success ? undefined : `an unknown code in ${text.slice(0, 500)}`;
}
