import { describe, expect, it } from "vitest";
import type { RegisteredFunction } from "../../src/host/function-registry.ts";
import { makeRouteTable } from "../../src/host/http/route-table.ts";

function aFunction(name: string, route: string): RegisteredFunction {
  const trigger = { type: "httpTrigger", direction: "in", route, methods: ["GET"], authLevel: "anonymous" } as const;
  const metadata = { name, bindings: { request: trigger } };
  return { name, metadata, handler: () => undefined, triggerName: "request", trigger };
}

const listThings = aFunction("listThings", "api/things");

describe("a route that takes every path", () => {
  it("answers what no other route does where its name is the last, at the root too, and is no mistake", () => {
    const { find, warnings } = makeRouteTable([aFunction("zPages", "{*path}"), listThings], "");
    expect(warnings).toEqual([]);
    expect(find("GET", ["api", "things"])?.route.fn.name).toBe("listThings");
    expect(find("GET", [])?.route.fn.name).toBe("zPages");
    expect(find("GET", ["a", "b.js"])).toMatchObject({ params: { path: "a/b.js" } });
  });

  it("is told of where its name comes before another's, which it hides", () => {
    const { find, warnings } = makeRouteTable([aFunction("allPages", "{*path}"), listThings], "");
    expect(warnings).toEqual([expect.stringContaining("allPages answers, because its name comes first")]);
    expect(find("GET", ["api", "things"])?.route.fn.name).toBe("allPages");
  });
});
