import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Route } from "../../../functions/http/route.ts";
import { routes } from "../../../functions/http/routes.ts";
import { rightsOf, roles } from "../../../src/domain/tenant/rights.ts";
import { toOpenapi } from "../../../tools/openapi/to-openapi.ts";

const rights = new Set<string>(["anonymous", "caller", "platform", ...roles.flatMap((role) => rightsOf(role))]);

/** Two routes overlap when one request could be for both: a name in braces stands for any segment. */
function overlap(left: Route, right: Route): boolean {
  const [mine, theirs] = [left.path.split("/"), right.path.split("/")];
  if (left.method !== right.method || mine.length !== theirs.length) return false;
  return mine.every((segment, position) => isSame(segment, theirs[position] ?? ""));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() || one.startsWith("{") || other.startsWith("{");
}

const readSchema = z.object({
  parameters: z.array(z.object({ name: z.string() })).refine((all) => all.some(({ name }) => name === "If-None-Match")),
  responses: z.object({ 200: z.object({ headers: z.object({ ETag: z.object({}) }) }), 304: z.object({}) }),
});

describe("docs/api/openapi.json", () => {
  it("is what the routes say (else: npm run openapi)", async () => {
    const written = await readFile(new URL("../../../docs/api/openapi.json", import.meta.url), "utf8");
    expect(written).toBe(toOpenapi(routes));
  });

  it("has one operation for each route", () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) })
      .parse(JSON.parse(toOpenapi(routes)));
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids.sort()).toEqual(routes.map(({ id }) => id).sort());
  });

  it("says of every read that it gives an ETag and takes one", () => {
    const ofReads = routes.filter(({ answers }) => !(303 in answers));
    const described: unknown = JSON.parse(toOpenapi(ofReads));
    const reads = Object.values(
      z.object({ paths: z.record(z.string(), z.object({ get: readSchema.optional() })) }).parse(described).paths,
    );
    expect(reads.filter(({ get }) => get)).toHaveLength(ofReads.filter(({ method }) => method === "GET").length);
  });
});

describe("routes", () => {
  it("the routes are all there", () => {
    expect(routes.length).toBeGreaterThan(15);
  });

  it.each(routes)("$id names a right, says what it does, and has a schema for a success", (route) => {
    expect(rights).toContain(route.right);
    expect(route.summary).toMatch(/^[A-Z].+\.$/);
    const successes = Object.keys(route.answers).map(Number);
    expect(successes.length).toBeGreaterThan(0);
    expect(successes.every((status) => (status >= 200 && status < 300) || status === 303)).toBe(true);
  });

  it.each(routes)("$id has a schema for what it takes: unknown parameters are refused", (route) => {
    if (route.right === "anonymous") return;
    expect(route.query?.safeParse({ unknownParameter: "1" }).success).toBe(false);
  });

  it.each(routes.filter(({ body }) => body))("$id refuses a property that it does not know", ({ body }) => {
    const issues = body?.safeParse({ unknownProperty: 1 }).error?.issues ?? [];
    expect(issues.map(({ code }) => code)).toContain("unrecognized_keys");
  });

  it("routes have an id each", () => {
    const ids = routes.map(({ id }) => id.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("routes do not overlap", () => {
    const pairs = routes.flatMap((route, position) =>
      routes.slice(position + 1).flatMap((other) => (overlap(route, other) ? [`${route.id} and ${other.id}`] : [])),
    );
    expect(pairs).toEqual([]);
  });

  it("routes of a tenant need a right in it", () => {
    for (const { id, path, right } of routes.filter((route) => route.path.startsWith("tenants/"))) {
      expect(["anonymous", "caller"], `${id} ${path}`).not.toContain(right);
    }
  });
});
