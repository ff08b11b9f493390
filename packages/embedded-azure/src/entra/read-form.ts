import type { IncomingMessage } from "node:http";

/** A token request is about 4 KB with an assertion in it; anything far larger is a mistake. */
const largestFormBytes = 64 * 1024;

/** The body of a form POST, or undefined when it is larger than any token request. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) {
    text += chunk;
    if (text.length > largestFormBytes) return undefined;
  }
  return new URLSearchParams(text);
}
