import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClientSecretCredential } from "@azure/identity";
import { expect, it } from "vitest";
import { oneUserDirectory } from "../../src/entra/one-user-directory.ts";
import { startStandaloneEntra } from "../../src/entra/standalone.ts";
import { anEntra, type Entra } from "./an-entra.ts";
import { customerTenantId, secretApp } from "./some-directory.ts";

function signIn(entra: Entra) {
  const options = { authorityHost: entra.authority, disableInstanceDiscovery: true };
  const credential = new ClientSecretCredential(customerTenantId, secretApp.clientId, secretApp.secret, options);
  return credential.getToken("api://some-api/.default");
}

it("consent that was taken away stays away after a restart", async () => {
  const dir = await mkdtemp(join(tmpdir(), "entra-"));
  const first = await anEntra({ dir });
  await first.control.setConsent(customerTenantId, secretApp.clientId, false);
  await first.close();
  await using second = await anEntra({ dir });
  await expect(signIn(second)).rejects.toThrow(/AADSTS65001/);
});

it("the directory starts alone and says where it is and what makes it trusted", async () => {
  const dir = await mkdtemp(join(tmpdir(), "entra-"));
  const { server, line } = await startStandaloneEntra({
    port: 0,
    dir,
    accessTable: { identities: {} },
    directory: oneUserDirectory,
  });
  await using _ = server;
  expect(line).toMatchObject({ ready: true, endpoint: server.endpoint, ca: join(dir, "tls", "ca.pem") });
});
