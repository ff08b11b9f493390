import { expect, it } from "vitest";
import { portalFunction } from "../../../functions/http/portal/register-portal.ts";
import { routes } from "../../../functions/http/routes.ts";

it("the function that takes every address has the last name of all, because the host asks them by name", () => {
  // Case does not count.
  const names = [...routes.map(({ id }) => id), portalFunction].map((name) => name.toUpperCase()).sort();
  expect(names.at(-1)).toBe(portalFunction.toUpperCase());
});
