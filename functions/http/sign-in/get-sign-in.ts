import { z } from "zod";
import openapi from "../../../docs/api/openapi.json" with { type: "json" };
import type { Route } from "../route.ts";

/** How the portal signs a person in, and which version answers: a page that is older than that offers to load anew. */
export const getSignIn: Route = {
  id: "getSignIn",
  method: "GET",
  path: "sign-in",
  summary: "How people sign in to the portal, and the version of the application.",
  right: "anonymous",
  answers: {
    200: z
      .object({
        clientId: z.guid(),
        scope: z.string().meta({ description: "Of the access token." }),
        issuer: z.string().meta({
          description: "Of the tokens; with several home tenants `{tenantid}` in it stands for the token's own `tid`.",
        }),
        authorizationEndpoint: z.url(),
        tokenEndpoint: z.url(),
        endSessionEndpoint: z.url(),
        portalUrl: z.url().meta({ description: "Where the portal is, whatever name it was opened by." }),
        version: z.string(),
      })
      .meta({ id: "SignIn" }),
  },
  serve: async (app) => ({ status: 200, body: { ...app.portal.signIn(), version: openapi.info.version } }),
};
