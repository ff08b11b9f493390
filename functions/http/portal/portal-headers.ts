/** What is the same in every answer of the portal. `portalUrl` is its own address. */
export function portalHeaders(portalUrl: string): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    // RFC 6797 7.2: never over plain http, which is what a portal on one machine speaks.
    ...(portalUrl.startsWith("https:") ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** Of what a browser is never to show as a page of its own. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Of the page: no script but the portal's own, none in the page, no eval, no frame, and no address but this app and the
 * one that gives tokens. The nonce is for the style elements that the components make.
 */
export function pagePolicy(nonce: string, tokenEndpoint: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${new URL(tokenEndpoint).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
