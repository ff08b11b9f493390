import type { Route } from "../../../functions/http/route.ts";
import { routes } from "../../../functions/http/routes.ts";

/** The route of that id. */
export function routeNamed(id: string): Route {
  const found = routes.find((route) => route.id === id);
  if (!found) throw new Error(`There is no route ${id}.`);
  return found;
}
