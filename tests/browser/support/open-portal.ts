import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { sameEverywhere } from "../../../tools/portal/launch-browser.ts";
import { pickPerson } from "../../../tools/portal/pick-person.ts";
import { type Portal, sharedPortal } from "./portal.ts";

/** One person at a browser: cookies, storage and tabs of their own, closed at the end of the scope. */
export type Visit = {
  readonly [Symbol.asyncDispose]: () => Promise<void>;
} & Portal & {
    readonly context: BrowserContext;
    readonly page: Page;
    /** Address of a page of the portal. */
    readonly at: (path: string) => string;
    /** What the browser complained of since the last time it was asked: errors of the page, of its console, of the policy. */
    readonly complaints: () => string[];
  };

/** Opens a page of the portal as a demo user, who signs in by a click. */
export async function openPortal(user: string, path = "/", options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await openBrowser(options);
  await pickPerson(visit.page, visit.at(path), user);
  return visit;
}

/** A browser in which nobody has signed in and nothing is open. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Visit> {
  const portal = await sharedPortal();
  const context = await portal.browser.newContext({ ...sameEverywhere, ...options });
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.setDefaultTimeout(30_000);
  return {
    ...portal,
    context,
    page: await context.newPage(),
    at: (path) => new URL(path, portal.stack.ready.portal).href,
    complaints: () => complaints.splice(0),
    [Symbol.asyncDispose]: () => context.close(),
  };
}
