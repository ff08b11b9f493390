import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Route } from "../../../functions/http/route.ts";
import { routes } from "../../../functions/http/routes.ts";
import { type ServedApp, startHttpApp } from "../../../tools/soak/api/http-app-in-process.ts";
import { badTokens } from "./bad-tokens.ts";

const tenant = { id: "11111111-2222-4333-8444-666666666666", name: "Customer" };
const minuteMs = 60_000;

let served: ServedApp;
beforeAll(async () => {
  served = await startHttpApp([tenant]);
  // The time of the app and of the directory stands still, but for what a test adds.
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(async () => {
  vi.useRealTimers();
  await served[Symbol.asyncDispose]();
});

const advance = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

/** One of each kind: of a caller, of a tenant, of the platform. */
const asked = ["listRoles", "getTenant", "getFacts"].map((id) => {
  const found = routes.find((route) => route.id === id);
  if (!found) throw new Error(`There is no route ${id}.`);
  return found;
});

const keySetReads = (): number => served.servers.entra.control.operations()["key set"] ?? 0;

async function answerTo(route: Route, authorization: string | undefined) {
  const headers = authorization === undefined ? {} : { authorization };
  const { status, text, headers: all } = await served.send(route, { params: { tenantId: tenant.id }, headers });
  const { "x-correlation-id": correlationId = "", ...others } = all;
  return { status, headers: others, body: text.replace(correlationId, "") };
}

async function statusWith(token: string): Promise<number | undefined> {
  const [ofCaller] = asked;
  return ofCaller && (await answerTo(ofCaller, `Bearer ${token}`)).status;
}

it("P5.3 each token that is not this API's is 401 with one body, and all of them make the keys be read once a minute", async () => {
  let visits = 0;
  const strangers = createServer((_request, response) => {
    visits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => strangers.listen(0, "127.0.0.1", resolve));
  const { port } = strangers.address() as AddressInfo;
  const { control } = served.servers.cosmos;
  control.resetCharges();
  const answers = new Map<string, unknown>();
  for (const minute of ["first", "second"]) {
    const tokens = Object.entries(await badTokens(served.servers.entra, `http://127.0.0.1:${port}/keys`));
    const before = keySetReads();
    for (const [what, authorization] of tokens) {
      for (const route of asked) answers.set(`${route.id} ${what}`, await answerTo(route, authorization));
    }
    expect(keySetReads() - before, `${minute} minute`).toBe(1);
    advance(minuteMs);
  }
  strangers.close();
  const [first] = answers.values();
  expect(first).toMatchObject({ status: 401, headers: { "www-authenticate": "Bearer" } });
  for (const [what, answer] of answers) expect([what, answer]).toEqual([what, first]);
  expect(visits, "nobody asks where a token says that its key lies").toBe(0);
  expect(control.charges().byOperation, "nothing is read for somebody unknown").toEqual({});
  expect(served.log, "nothing of it is a fault of the app").toEqual([]);
});

it("P5.3 a new key opens after one reading of the keys, and one that was revoked opens nothing after ten minutes", async () => {
  const { entra } = served.servers;
  const { token: older } = await entra.userToken("owner");
  expect(await statusWith(older)).toBe(200);
  const [revoked = ""] = entra.control.keyIds();
  await entra.control.rollKey();
  const { token: newer } = await entra.userToken("owner");
  advance(minuteMs);
  const before = keySetReads();
  expect([await statusWith(newer), await statusWith(older), keySetReads() - before]).toEqual([200, 200, 1]);
  await entra.control.revokeKey(revoked);
  advance(10 * minuteMs - 1);
  expect([await statusWith(newer), await statusWith(older), keySetReads() - before]).toEqual([200, 200, 1]);
  advance(1);
  expect([await statusWith(newer), await statusWith(older), keySetReads() - before]).toEqual([200, 401, 2]);
});
