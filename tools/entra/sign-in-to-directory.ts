import { CredentialUnavailableError, type TokenCredential } from "@azure/identity";
import { decodeJwt } from "jose";
import { SetupProblem } from "./setup-problem.ts";

/**
 * The directory behind a sign-in: the tenant of its token. Throws a SetupProblem when nobody is signed in, or into another
 * directory than the deployment's.
 */
export async function signInToDirectory(
  credential: TokenCredential,
  scope: string,
  expectedTenantId: string | undefined,
): Promise<string> {
  const how = `az login${expectedTenantId === undefined ? "" : ` --tenant ${expectedTenantId}`}`;
  const token = await credential.getToken(scope).catch((cause: unknown) => {
    if (cause instanceof CredentialUnavailableError) throw new SetupProblem(`Nobody is signed in: ${how}`, { cause });
    throw new SetupProblem(`The sign-in was refused. Sign in again: ${how}`, { cause });
  });
  // A token that is not ours to verify: Graph does. Only who it is for is read.
  const { tid } = token ? decodeJwt<{ tid?: string }>(token.token) : {};
  if (tid === undefined) throw new SetupProblem(`The sign-in gave no token of a directory: ${how}`);
  if (expectedTenantId !== undefined && tid.toLowerCase() !== expectedTenantId.toLowerCase()) {
    throw new SetupProblem(
      `You are signed in to the directory ${tid}, and the deployment's is ${expectedTenantId}: ${how}`,
    );
  }
  return tid.toLowerCase();
}
