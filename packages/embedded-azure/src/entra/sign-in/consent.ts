import type { IncomingMessage } from "node:http";
import type { DirectoryApp, DirectoryTenant } from "../directory.ts";
import { toErrorBody } from "../entra-error.ts";
import { requireApp, required, requireTenant } from "../grants/grant.ts";
import { toAudience } from "../resources.ts";
import type { HttpAnswer } from "./answer.ts";
import { escapeHtml, toHtmlPage } from "./html-page.ts";
import { parametersOf } from "./request-parameters.ts";
import type { SignInContext } from "./sign-in-context.ts";
import { signInErrors } from "./sign-in-errors.ts";

/** What an application asks an administrator of a tenant for; the way back is its own. */
type ConsentRequest = {
  readonly tenant: DirectoryTenant;
  readonly app: DirectoryApp;
  readonly redirectUri: string;
  readonly permissions: Permissions;
  readonly parameters: URLSearchParams;
};

/** Of the resource that the request names. */
type Permissions = { readonly application: readonly string[]; readonly delegated: readonly string[] };

/**
 * The page on which an administrator of a tenant consents to an application for everybody in it, and the way back with what
 * came of it. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export async function consent(
  context: SignInContext,
  tenant: string,
  request: IncomingMessage,
  url: URL,
): Promise<HttpAnswer> {
  context.directory.count("consent page");
  const asked = toConsentRequest(context, tenant, await parametersOf(request, url));
  if (request.method === "GET") return toConsentPage(asked);
  if (asked.parameters.get("decision") !== "accept") return sendBack(asked, toDenial(context));
  await context.directory.state.setConsent(asked.tenant.id, asked.app.clientId, true);
  return sendBack(asked, { scope: asked.parameters.get("scope") ?? "" });
}

/** What is wrong here is a page: the way back is not known, or nobody could answer what is asked. */
function toConsentRequest({ directory }: SignInContext, name: string, parameters: URLSearchParams): ConsentRequest {
  const tenant = requireTenant(directory, name);
  const app = requireApp(directory, name, required(parameters, "client_id"));
  const redirectUri = required(parameters, "redirect_uri");
  if (!app.webRedirectUris?.includes(redirectUri)) throw signInErrors.unknownRedirect(redirectUri, app.clientId);
  const scope = required(parameters, "scope");
  const audience = toAudience(scope.slice(0, scope.lastIndexOf("/")), directory.api) ?? "";
  const permissions = { application: app.permissions?.[audience] ?? [], delegated: app.delegated?.[audience] ?? [] };
  if (permissions.application.length + permissions.delegated.length === 0) throw signInErrors.consentToNothing(scope);
  return { tenant, app, redirectUri, permissions, parameters };
}

/** A form with two buttons; each sends the application's whole request again, with the decision. */
function toConsentPage({ tenant, app, redirectUri, permissions, parameters }: ConsentRequest): HttpAnswer {
  const hidden = [...parameters]
    .filter(([name]) => name !== "decision")
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  const intro = `<p>${escapeHtml(app.name)} asks you, an administrator of ${escapeHtml(tenant.name)}, for these permissions for the whole organisation. This directory is made up: nothing leaves this machine.</p>`;
  const asked = [
    ...permissions.application.map((name) => `${name} (by itself)`),
    ...permissions.delegated.map((name) => `${name} (in the name of who is signed in)`),
  ].map((text) => `<li>${escapeHtml(text)}</li>`);
  return toHtmlPage({
    status: 200,
    title: "Demo directory: permissions requested",
    body: `${intro}<ul>${asked.join("")}</ul><form method="post" action="adminconsent">${hidden.join("")}<ul>${button("accept", "Accept", "For everybody in the organisation")}${button("cancel", "Cancel", "Give no permission")}</ul></form>`,
    formOrigin: new URL(redirectUri).origin,
  });
}

function button(decision: string, text: string, more: string): string {
  return `<li><button name="decision" value="${decision}"><span><span class="name">${text}</span><span class="may">${more}</span></span></button></li>`;
}

function toDenial({ directory }: SignInContext): Readonly<Record<string, string>> {
  const denied = signInErrors.consentDenied();
  const { error_description: description } = toErrorBody(denied, crypto.randomUUID(), directory.nowMs());
  return { error: denied.error, error_description: String(description) };
}

/** `admin_consent=True` comes back with a refusal too, as Entra's page documents it: it says which page answers. */
function sendBack({ tenant, redirectUri, parameters }: ConsentRequest, answer: Readonly<Record<string, string>>) {
  const state = parameters.get("state");
  const back = new URL(redirectUri);
  const all = { ...answer, admin_consent: "True", tenant: tenant.id, ...(state !== null && { state }) };
  for (const [name, value] of Object.entries(all)) back.searchParams.set(name, value);
  return {
    status: 302,
    headers: { location: back.href, "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: "",
  };
}
