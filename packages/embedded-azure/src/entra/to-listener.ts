import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** A fault of our own is an honest 500, never a hanging request. */
export function toListener(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): RequestListener {
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error("entra:", error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
