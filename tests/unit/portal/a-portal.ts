import { HttpRequest, InvocationContext } from "@azure/functions";
import { servePortal } from "../../../functions/http/portal/register-portal.ts";
import { newNonce } from "../../../src/adapters/clock/new-nonce.ts";
import type { PortalContent, PortalFile } from "../../../src/domain/portal/portal-content.ts";
import { toSignIn } from "../../../src/domain/portal/sign-in.ts";

export function aFile(facts: Partial<PortalFile> = {}): PortalFile {
  const plain = Buffer.from("plain");
  return { mediaType: "text/javascript; charset=utf-8", isImmutable: false, hash: "a1", plain, encoded: {}, ...facts };
}

const page = '<meta name="style-nonce" content="__NONCE__"><style nonce="__NONCE__"></style>';

/** What the portal of this content answers, with the body as text. */
export function aPortal(
  given: { files?: Record<string, PortalFile>; portalUrl?: string; portalAppId?: string | undefined } = {},
) {
  const { files = {}, portalUrl = "https://portal.example.com" } = given;
  const portalAppId = "portalAppId" in given ? given.portalAppId : "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";
  const content: PortalContent = { page, files: new Map(Object.entries(files)) };
  const facts = {
    portalAppId,
    portalUrl,
    authority: "https://login.example.com",
    endpoint: "https://login.example.com",
    audience: "api://tenantpilot",
    allowedTenants: ["5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a002"],
  };
  const app = { portalUrl, portal: { signIn: () => toSignIn(facts), read: async () => content, newNonce } };
  return async (path: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") => {
    const request = new HttpRequest({ method, url: `http://localhost${path}`, headers });
    const response = await servePortal(app, request, new InvocationContext({ invocationId: "an-invocation" }));
    const { status, body } = response;
    const text = body === undefined ? undefined : Buffer.from(body as string | Uint8Array).toString("utf8");
    return { status, body: text, headers: new Headers(response.headers) };
  };
}
