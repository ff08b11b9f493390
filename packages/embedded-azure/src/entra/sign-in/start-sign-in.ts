import type { IncomingMessage, ServerResponse } from "node:http";
import type { RunningServer } from "../../running-server.ts";
import { listen } from "../../tls/listen.ts";
import { EntraError, entraErrors } from "../entra-error.ts";
import type { OpenDirectory } from "../open-directory.ts";
import { toListener } from "../to-listener.ts";
import type { HttpAnswer } from "./answer.ts";
import { authorize } from "./authorize.ts";
import { consent } from "./consent.ts";
import { escapeHtml, toHtmlPage } from "./html-page.ts";
import { makeSignInContext, type SignInContext } from "./sign-in-context.ts";
import { signInErrors } from "./sign-in-errors.ts";
import type { SignInOptions } from "./sign-in-options.ts";
import { signOut } from "./sign-out.ts";
import { answerToken } from "./token-endpoint.ts";

/**
 * The pages of the directory for a person's own browser, over plain http on loopback, because that browser does not trust
 * the certificate of the authority. The tokens are the authority's.
 */
export async function startSignIn(directory: OpenDirectory, { port, people }: SignInOptions): Promise<RunningServer> {
  const context = makeSignInContext({ directory, people, port: () => server.port });
  const server = await listen(
    toListener((request, response) => handleSignIn(context, request, response)),
    { port },
  );
  return server;
}

async function handleSignIn(context: SignInContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await answerOf(context, request);
  response.writeHead(status, headers).end(body);
}

async function answerOf(context: SignInContext, request: IncomingMessage): Promise<HttpAnswer> {
  try {
    requireOwnHost(context, request.headers.host ?? "");
    return await route(context, request);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const body = `<p>${escapeHtml(error.message)}</p>`;
    return toHtmlPage({ status: error.status, title: "Sign-in is not possible", body });
  }
}

/** A name that somebody else's DNS points at this machine is not this directory. */
function requireOwnHost({ port }: SignInContext, host: string): void {
  const own = ["127.0.0.1", "localhost"].map((name) => `${name}:${port()}`);
  if (!own.includes(host.toLowerCase())) throw signInErrors.wrongHost(host);
}

async function route(context: SignInContext, request: IncomingMessage): Promise<HttpAnswer> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, tenant = "", ...rest] = url.pathname.split("/");
  switch (rest.join("/")) {
    case "oauth2/v2.0/authorize":
      return authorize(context, tenant, request, url);
    case "oauth2/v2.0/token":
      return answerToken(context, tenant, request);
    case "v2.0/adminconsent":
      return consent(context, tenant, request, url);
    case "oauth2/v2.0/logout":
      return signOut(context, request, url);
    default:
      throw entraErrors.unknownEndpoint(url.pathname);
  }
}
