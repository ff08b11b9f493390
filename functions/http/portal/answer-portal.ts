import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { noncePlace, type PortalFile } from "../../../src/domain/portal/portal-content.ts";
import { matchesEtag } from "../matches-etag.ts";
import { chooseEncoding } from "./choose-encoding.ts";
import { parsePortalPath } from "./parse-portal-path.ts";
import { filePolicy, pagePolicy, portalHeaders } from "./portal-headers.ts";

type App = Pick<HttpApp, "portal" | "portalUrl">;

/**
 * A file of the portal, or its page at every other address. Throws `not_found` for an address of the API that there is not
 * and for a file that there is not, `portal_missing` where the deployment has no portal.
 */
export async function answerPortal(app: App, request: HttpRequest): Promise<HttpResponseInit> {
  const target = parsePortalPath(request.url);
  if (target.kind === "api") {
    throw new Fault("not_found", "The API has no such address; GET /api/openapi.json names those that it has.");
  }
  const { tokenEndpoint } = app.portal.signIn();
  const { page, files } = await app.portal.read();
  if (target.kind === "page") return toPage(app, page, tokenEndpoint);
  const file = target.kind === "file" ? files.get(target.path) : undefined;
  if (!file) throw new Fault("not_found", "The portal has no such file.");
  return toFile(app, file, request);
}

/** Each answer has a nonce of its own, in its policy and in the page: so nobody may keep one, and it is never a 304. */
function toPage({ portal, portalUrl }: App, page: string, tokenEndpoint: string): HttpResponseInit {
  const nonce = portal.newNonce();
  const headers = {
    ...portalHeaders(portalUrl),
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": pagePolicy(nonce, tokenEndpoint),
  };
  return { status: 200, headers, body: page.replaceAll(noncePlace, nonce) };
}

function toFile({ portalUrl }: App, file: PortalFile, request: HttpRequest): HttpResponseInit {
  const encoding = chooseEncoding(request.headers.get("accept-encoding"), file.encoded);
  const headers = {
    ...portalHeaders(portalUrl),
    "content-type": file.mediaType,
    "content-security-policy": filePolicy,
    vary: "accept-encoding",
    ...(encoding && { "content-encoding": encoding.name }),
  };
  const body = encoding?.body ?? file.plain;
  if (file.isImmutable) {
    return { status: 200, headers: { ...headers, "cache-control": "public, max-age=31536000, immutable" }, body };
  }
  // RFC 9110 8.8.3.3: each form of one file has an ETag of its own.
  const etag = `"${file.hash}${encoding ? `-${encoding.name}` : ""}"`;
  const checked = { ...headers, "cache-control": "no-cache", etag };
  if (matchesEtag(request.headers.get("if-none-match"), etag)) return { status: 304, headers: checked };
  return { status: 200, headers: checked, body };
}
