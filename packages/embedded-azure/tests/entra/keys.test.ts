import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { expect, it } from "vitest";
import { anEntra, type Entra } from "./an-entra.ts";
import { api, homeTenantId } from "./some-directory.ts";

const { clientId: audience } = api;

/** Whether somebody who reads the key set at this moment finds the token good; the same of the embedded servers. */
async function opens(entra: Entra, token: string): Promise<[boolean, boolean]> {
  const keySet = await (await fetch(`${entra.authority}/${homeTenantId}/discovery/v2.0/keys`)).json();
  const found = await jwtVerify(token, createLocalJWKSet(Object(keySet)), { audience }).catch(() => undefined);
  return [found !== undefined, (await entra.access.callerOf(token, audience)) !== undefined];
}

it("a key that rolled over signs, and what the one before signed opens on until that is revoked", async () => {
  await using entra = await anEntra();
  const [before = ""] = entra.control.keyIds();
  const { token: older } = await entra.userToken("owner");
  await entra.control.rollKey();
  const { token } = await entra.userToken("owner");
  expect([decodeProtectedHeader(older).kid, decodeProtectedHeader(token).kid]).toEqual(
    entra.control.keyIds().toReversed(),
  );
  expect([await opens(entra, older), await opens(entra, token)]).toEqual([
    [true, true],
    [true, true],
  ]);
  await entra.control.revokeKey(before);
  expect(await opens(entra, token)).toEqual([true, true]);
  // The embedded servers have seen that token already; a new one of that key they refuse.
  expect((await opens(entra, older))[0]).toBe(false);
  await expect(entra.control.revokeKey(before)).rejects.toThrow(/roll it over/);
  await expect(entra.control.revokeKey(entra.control.keyIds()[0] ?? "")).rejects.toThrow(/roll it over/);
});

it("keys outlive a restart, the one that signs as the first", async () => {
  const dir = await mkdtemp(join(tmpdir(), "entra-"));
  const first = await anEntra({ dir });
  await first.control.rollKey();
  const keys = first.control.keyIds();
  await first.close();
  await using second = await anEntra({ dir });
  expect(second.control.keyIds()).toEqual(keys);
});

it("any token can be signed, such as none that a directory gives: with other claims and another header", async () => {
  await using entra = await anEntra();
  const token = await entra.control.signAny({ aud: audience }, { typ: "odd" });
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: "odd", alg: "RS256", kid: entra.control.keyIds()[0] });
  expect((await opens(entra, token))[0]).toBe(true);
});
