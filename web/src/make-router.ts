import { createRouter } from "@tanstack/react-router";
import { routeTree } from "./routes.ts";
import { BrokenPage, NoSuchPage } from "./shell/page-problems.tsx";

/** Plain texts in the address, so that a person can read and change it: `?state=missing&text=vpn`. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const text = new URLSearchParams(given).toString();
  return text === "" ? "" : `?${text}`;
}

export function makeRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultNotFoundComponent: NoSuchPage,
    defaultErrorComponent: BrokenPage,
  });
}

export type PortalRouter = ReturnType<typeof makeRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: PortalRouter;
  }
}
