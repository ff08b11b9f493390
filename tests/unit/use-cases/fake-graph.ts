import { contracts } from "../../../config/graph-contracts/registry.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../../src/domain/observation/observed-object.ts";

export function contractOf(key: string): ObjectTypeContract {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}

/** One object of a tenant; `settings` and `assignments` may fail, or differ from what the body announces. */
export type FakeObject = {
  readonly body: JsonObject;
  readonly settings?: () => readonly JsonObject[];
  readonly assignments?: () => readonly JsonObject[];
};

export type FakeGraph = GraphClient & { readonly asked: string[] };

export type FakeGraphOptions = {
  readonly pages: () => Iterable<readonly FakeObject[]>;
  /** Objects as a single GET finds them; those of the pages by default. */
  readonly get?: (id: string) => JsonObject | undefined;
};

/** A tenant whose objects are one collection, as the client gives them. */
export function fakeGraph({ pages, get }: FakeGraphOptions): FakeGraph {
  const asked: string[] = [];
  const known = new Map<string, FakeObject>();
  const partOf = (id: string, part: "settings" | "assignments"): readonly JsonObject[] => {
    asked.push(`${part} ${id}`);
    return known.get(JSON.stringify(id))?.[part]?.() ?? [];
  };
  return {
    asked,
    list: async function* () {
      for (const page of pages()) {
        for (const object of page) known.set(JSON.stringify(object.body["id"]), object);
        yield page.map(({ body }) => body);
      }
    },
    get: async (_contract, id) => {
      asked.push(`get ${id}`);
      return get ? get(id) : known.get(JSON.stringify(id))?.body;
    },
    children: async (_contract, id) => partOf(id, "settings"),
    links: async () => [],
    assignments: async (_contract, id) => partOf(id, "assignments"),
    byIds: async () => [],
    takeRequests: () => 0,
  };
}

export function refused(
  code: "graph_forbidden" | "graph_unavailable" | "not_licensed" | "graph_consent_missing",
): never {
  throw new Fault(code, `Graph said ${code}.`);
}
