import type { IncomingMessage } from "node:http";
import { entraErrors } from "../entra-error.ts";
import { readForm } from "../read-form.ts";
import { signInErrors } from "./sign-in-errors.ts";

/** What an application asks by an address, or what a page of this directory sends again as a form. */
export async function parametersOf(request: IncomingMessage, url: URL): Promise<URLSearchParams> {
  if (request.method === "GET") return url.searchParams;
  if (request.method !== "POST") throw entraErrors.wrongMethod();
  // A form of somebody else's page would choose for the person in front of the browser.
  if (request.headers.origin !== `http://${request.headers.host}`) throw signInErrors.foreignForm();
  const form = await readForm(request);
  if (!form) throw entraErrors.missingParameter("client_id");
  return form;
}
