import { createHash } from "node:crypto";
import type { HttpAnswer } from "./answer.ts";

// Colours of text keep 4.5 to 1 on what is behind them, in light and in dark.
const style = `
:root { color-scheme: light dark; --page: #f5f5f5; --card: #fff; --text: #242424; --quiet: #5c5c5c; --line: #d1d1d1; --brand: #0f6cbd; --mark: #ebf3fc; }
@media (prefers-color-scheme: dark) { :root { --page: #141414; --card: #242424; --text: #fff; --quiet: #b8b8b8; --line: #5c5c5c; --brand: #62abf5; --mark: #0a2e4a; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; padding: 6vh 16px; background: var(--page); color: var(--text); font: 14px/20px "Segoe UI", system-ui, sans-serif; }
main { max-width: 480px; margin: 0 auto; padding: 32px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
h1 { margin: 0 0 8px; font-size: 22px; line-height: 28px; font-weight: 600; text-wrap: balance; }
p { margin: 0 0 16px; color: var(--quiet); overflow-wrap: anywhere; }
p:last-child { margin-bottom: 0; }
ul { list-style: none; margin: 24px 0 0; padding: 0; }
li + li { margin-top: 8px; }
button { display: flex; gap: 12px; align-items: center; width: 100%; padding: 12px; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: inherit; font: inherit; text-align: left; cursor: pointer; }
button:hover { border-color: var(--brand); }
button:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.mark { flex: none; width: 40px; height: 40px; border-radius: 50%; background: var(--mark); color: var(--brand); font-weight: 600; line-height: 40px; text-align: center; }
.name { display: block; font-weight: 600; }
.may { display: block; color: var(--quiet); font-size: 13px; }
@media (max-width: 480px) { main { padding: 20px; } }
`;

const styleHash = createHash("sha256").update(style).digest("base64");

export type PageContent = {
  readonly status: number;
  readonly title: string;
  /** HTML below the heading; every text in it is escaped. */
  readonly body: string;
  /** Where a form of the page may lead in the end, beside the page itself. */
  readonly formOrigin?: string;
};

/**
 * A page without script, in no frame. Browsers hold redirects after a form against `form-action` too, and send the
 * form's Origin only when the referrer policy lets the page's own address out to itself.
 */
export function toHtmlPage({ status, title, body, formOrigin }: PageContent): HttpAnswer {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action ${formOrigin === undefined ? "'none'" : `'self' ${formOrigin}`}`,
    // The empty icon, without which a browser requests one and logs that it is missing.
    "img-src data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const heading = escapeHtml(title);
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": policy.join("; "),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>${heading}</title><style>${style}</style></head><body><main><h1>${heading}</h1>${body}</main></body></html>`,
  };
}

/** The text as HTML shows it, also inside an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
