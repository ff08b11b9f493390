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
  const { browser } = await sharedPortal();
  const context = await browser.newContext({ ...sameEverywhere, ...options });
  context.setDefaultTimeout(defaultTimeoutMs);
  return visitOf(await context.newPage(), () => context.close());
}

type Desk = { readonly context: BrowserContext; readonly idleTabs: Page[] };

/** A browser of one person and language, who is signed in; made with the first tab that is asked for. */
const desks = new Map<string, Promise<Desk>>();

/**
 * Opens a page in a tab of a browser where this person is signed in and the scripts are at hand, which takes a third of the
 * time of a new browser. For what changes nothing in cookies, storage or the network: the next one gets the same tab.
 */
export async function openTab(user: string, path: string, locale: "en-GB" | "de-DE" = "en-GB"): Promise<Visit> {
  const key = `${user} ${locale}`;
  const opening = desks.get(key) ?? openDesk(user, locale);
  desks.set(key, opening);
  const { context, idleTabs } = await opening;
  const page = idleTabs.pop() ?? (await context.newPage());
  const { viewport, colorScheme } = sameEverywhere;
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  const visit = await visitOf(page, () => {
    page.removeAllListeners();
    idleTabs.push(page);
  });
  await page.goto(visit.at(path));
  await page.getByRole("heading", { level: 1 }).waitFor();
  return visit;
}

async function openDesk(user: string, locale: string): Promise<Desk> {
  const { context, page } = await openPortal(user, "/about", { locale });
  page.removeAllListeners();
  return { context, idleTabs: [page] };
}

const defaultTimeoutMs = 60_000;

async function visitOf(page: Page, close: () => Promise<void> | void): Promise<Visit> {
  const portal = await sharedPortal();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    ...portal,
    context: page.context(),
    page,
    at: (path) => new URL(path, portal.stack.ready.portal).href,
    complaints: () => complaints.splice(0),
    [Symbol.asyncDispose]: async () => close(),
  };
}
