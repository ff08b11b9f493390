import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEntra, type Entra } from "./an-entra.ts";
import { homeTenantId, identities } from "./some-directory.ts";

const program = fileURLToPath(new URL("./sign-in-as-managed-identity.ts", import.meta.url));

let entra: Entra;
beforeAll(async () => {
  entra = await anEntra();
});
afterAll(() => entra.close());

type Answer = { readonly token?: string; readonly expiresOnTimestamp?: number; readonly error?: string };

async function signIn(environment: Record<string, string>, clientId: string, scope: string): Promise<Answer> {
  const env = { ...process.env, ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, [program, clientId, scope], { env });
  return JSON.parse(stdout);
}

describe("the unmodified ManagedIdentityCredential", () => {
  it("gets the token of its app's identity for a resource", async () => {
    const scope = "https://storage.azure.com/.default";
    const answer = await signIn({ ...entra.environmentOf("worker") }, identities.worker.clientId, scope);
    expect(answer.error).toBeUndefined();
    expect(decodeJwt(answer.token ?? "")).toMatchObject({
      aud: "https://storage.azure.com",
      iss: `${entra.authority}/${homeTenantId}/v2.0`,
      tid: homeTenantId,
      oid: identities.worker.principalId,
      sub: identities.worker.principalId,
      appid: identities.worker.clientId,
    });
    expect(answer.expiresOnTimestamp).toBeGreaterThan(Date.now() + 3_500_000);
  });

  it("cannot get the identity of another app", async () => {
    const scope = "https://storage.azure.com/.default";
    const answer = await signIn({ ...entra.environmentOf("http") }, identities.worker.clientId, scope);
    expect(answer.error).toMatch(/No User Assigned or Delegated Managed Identity found/);
  });

  it("is refused without the secret header of its app", async () => {
    const environment = { ...entra.environmentOf("worker"), IDENTITY_HEADER: "guessed" };
    const answer = await signIn(environment, identities.worker.clientId, "https://storage.azure.com/.default");
    expect(answer.error).toMatch(/x-identity-header is missing or wrong/);
  });

  it("is refused for a resource that nobody answers to", async () => {
    const environment = { ...entra.environmentOf("worker") };
    const answer = await signIn(environment, identities.worker.clientId, "https://nobody.example/.default");
    expect(answer.error).toMatch(/AADSTS500011/);
  });
});
