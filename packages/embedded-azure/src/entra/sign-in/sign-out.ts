import type { IncomingMessage } from "node:http";
import type { HttpAnswer } from "./answer.ts";
import { toHtmlPage } from "./html-page.ts";
import { forgetSession } from "./sessions.ts";
import { isBrowserApp, originOf, type SignInContext } from "./sign-in-context.ts";

/** Ends the browser's session, and leads to an address of an application's own origin or to a page. Tokens live on, as Entra's do. */
export function signOut(context: SignInContext, request: IncomingMessage, url: URL): HttpAnswer {
  context.directory.count("sign-out");
  const cookie = { "set-cookie": forgetSession(context, request) };
  const redirectUri = url.searchParams.get("post_logout_redirect_uri") ?? "";
  if (isOfAnApp(context, redirectUri)) {
    return { status: 302, headers: { ...cookie, location: redirectUri, "cache-control": "no-store" }, body: "" };
  }
  const page = toHtmlPage({ status: 200, title: "Signed out", body: "<p>You can close this page.</p>" });
  return { ...page, headers: { ...page.headers, ...cookie } };
}

function isOfAnApp({ directory }: SignInContext, address: string): boolean {
  const origin = URL.canParse(address) ? new URL(address).origin : undefined;
  return [...directory.apps.values()].filter(isBrowserApp).some((app) => originOf(app) === origin);
}
