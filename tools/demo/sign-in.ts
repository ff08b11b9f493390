import { PublicClientApplication } from "@azure/msal-node";
import { apiApp, developmentApp, developmentPassword, homeTenantId } from "../../local/stack/identities.ts";

/** Signs a demo user in as any client does, with the development grant of the local directory. Answers an access token. */
export async function signIn(authority: string, user: string): Promise<string> {
  const client = new PublicClientApplication({
    auth: {
      clientId: developmentApp.clientId,
      authority: `${authority}/${homeTenantId}`,
      knownAuthorities: [new URL(authority).host],
    },
  });
  const result = await client.acquireTokenByUsernamePassword({
    username: user,
    password: developmentPassword,
    scopes: [`${apiApp.identifierUri}/.default`],
  });
  if (!result) throw new Error("The local directory gave no token.");
  return result.accessToken;
}
