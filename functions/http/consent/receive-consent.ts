import { z } from "zod";
import type { Route } from "../route.ts";

/** Entra's callback. Anonymous, because who consents need be no member; what may come with the browser is not decided here. */
export const receiveConsent: Route = {
  id: "receiveConsent",
  method: "GET",
  path: "consent",
  summary:
    "Where Entra brings an administrator back who was asked for consent; leads on to a page that says what came of it.",
  right: "anonymous",
  answers: { 303: z.literal("") },
  serve: async (app, { query }, trace) => {
    const outcome = await app.receiveConsent({
      state: query.get("state") ?? "",
      tenant: query.get("tenant") ?? "",
      error: query.get("error") ?? undefined,
      ...trace,
    });
    const location = `${app.portalUrl}/consented?outcome=${outcome}`;
    return { status: 303, body: "", headers: { location, "content-type": "text/plain", "cache-control": "no-store" } };
  },
};
