import type { IncomingMessage } from "node:http";
import type { DirectoryUser } from "../directory.ts";
import { EntraError, toErrorBody } from "../entra-error.ts";
import { anyTenant } from "../grants/grant.ts";
import type { HttpAnswer } from "./answer.ts";
import { type AuthorizeRequest, checkAuthorizeRequest, toAuthorizeRequest } from "./authorize-request.ts";
import { toPeoplePage } from "./people-page.ts";
import { parametersOf } from "./request-parameters.ts";
import { rememberedPerson, rememberPick } from "./sessions.ts";
import { type Candidate, type SignInContext, secret } from "./sign-in-context.ts";
import { signInErrors } from "./sign-in-errors.ts";

/** The page of people, or the way back to the application with a code or a refusal in the fragment. */
export async function authorize(
  context: SignInContext,
  tenant: string,
  request: IncomingMessage,
  url: URL,
): Promise<HttpAnswer> {
  context.directory.count("sign-in page");
  const authorizeRequest = toAuthorizeRequest(context, tenant, await parametersOf(request, url));
  try {
    checkAuthorizeRequest(context, authorizeRequest);
    return request.method === "POST"
      ? pick(context, request, authorizeRequest)
      : resume(context, request, authorizeRequest);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const body = toErrorBody(error, crypto.randomUUID(), context.directory.nowMs());
    return sendBack(authorizeRequest, { error: error.error, error_description: String(body["error_description"]) });
  }
}

function pick(context: SignInContext, request: IncomingMessage, asked: AuthorizeRequest): HttpAnswer {
  const name = asked.parameters.get("user") ?? "";
  const found = peopleOf(context, asked).find(({ user }) => user.name === name);
  if (!found) throw signInErrors.unknownPerson(name);
  const cookie = rememberPick(context, request, found.user);
  const answer = sendCode(context, asked, found.user);
  return { ...answer, headers: { ...answer.headers, "set-cookie": cookie } };
}

/** Somebody is signed in to this browser already, or somebody has to be picked. */
function resume(context: SignInContext, request: IncomingMessage, asked: AuthorizeRequest): HttpAnswer {
  const prompt = asked.parameters.get("prompt");
  const people = peopleOf(context, asked);
  const remembered = rememberedPerson(context, request, asked.parameters.get("login_hint"));
  const isHere = people.some(({ user }) => user === remembered);
  if (remembered && isHere && (prompt === null || prompt === "none")) return sendCode(context, asked, remembered);
  if (prompt === "none") throw signInErrors.nobodySignedIn();
  return toPeoplePage(people, asked);
}

/** Who may be picked: people of the tenant that the path names. */
function peopleOf({ people, directory }: SignInContext, { tenant }: AuthorizeRequest): Candidate[] {
  return people.flatMap(({ name, may }) =>
    directory.users
      .filter((user) => user.name === name && (anyTenant.has(tenant) || user.homeTenantId === tenant.toLowerCase()))
      .map((user) => ({ user, may })),
  );
}

function sendCode(context: SignInContext, asked: AuthorizeRequest, user: DirectoryUser): HttpAnswer {
  const { app, parameters } = asked;
  const code = secret();
  context.codes.set(code, {
    signIn: {
      user,
      clientId: app.clientId,
      scope: parameters.get("scope") ?? "",
      atMs: context.directory.nowMs(),
    },
    redirectUri: app.redirectUri,
    challenge: parameters.get("code_challenge") ?? "",
    nonce: parameters.get("nonce") ?? undefined,
  });
  return sendBack(asked, { code });
}

function sendBack({ app, parameters }: AuthorizeRequest, answer: Readonly<Record<string, string>>): HttpAnswer {
  const state = parameters.get("state");
  const fragment = new URLSearchParams({ ...answer, ...(state !== null && { state }) });
  return {
    status: 302,
    headers: {
      location: `${app.redirectUri}#${fragment.toString()}`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
    body: "",
  };
}
