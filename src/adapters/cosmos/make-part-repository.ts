import type { Container } from "@azure/cosmos";
import { Fault } from "../../domain/error/fault.ts";
import type { Part, PartRepository } from "../../domain/observation/part.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { toDocument } from "./document.ts";
import { parsePart, type StoredPart, toSmallPart } from "./part-document.ts";
import { queryAll } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";

// Somebody adds to the same group at the same moment only when an activity is doubled.
const tries = 5;

/** Parts of runs of one tenant: create-only. */
export function makePartRepository(
  container: Container,
  { tenantId }: TenantScope,
  { partTtlSeconds: ttl }: { readonly partTtlSeconds: number },
): PartRepository {
  async function partsOf(runId: string, attempt: number, group?: string): Promise<Part[]> {
    const attemptQuery = "SELECT * FROM c WHERE c.kind = 'part' AND c.runId = @runId AND c.attempt = @attempt";
    // A word of the query language, so it stands in brackets.
    const query = group === undefined ? attemptQuery : `${attemptQuery} AND c["group"] = @group`;
    const parameters = [
      { name: "@runId", value: runId },
      { name: "@attempt", value: attempt },
      ...(group === undefined ? [] : [{ name: "@group", value: group }]),
    ];
    const found = await queryAll(container, tenantId, { query, parameters }, parsePart);
    return found.toSorted((a, b) => a.n - b.n).map(toPart);
  }

  return {
    add: async (part, seenBefore) => {
      for (let n = seenBefore + 1; n <= seenBefore + tries; n += 1) {
        const id = `${part.runId}-${part.attempt}-${part.group}-${n}`;
        const document = toDocument("part", id, tenantId, { ...toSmallPart(part), n, ttl });
        if ((await createDocument(container, document)) === "created") return;
        const stored = await readDocument(container, tenantId, id, parsePart);
        // A create whose answer got lost is repeated below us, and then meets itself.
        if (stored && isSame(stored.value, part)) return;
      }
      throw new Fault("conflict", "Others add parts of the same service group.", { target: part.group });
    },
    ofAttempt: (runId, attempt) => partsOf(runId, attempt),
    ofGroup: (runId, attempt, group) => partsOf(runId, attempt, group),
  };
}

function toPart({ n: _n, ...part }: StoredPart): Part {
  return part;
}

/** No two activities read in the same window, and the path of what they staged is its hash. */
function isSame(stored: Part, { window, staging }: Part): boolean {
  return stored.staging === staging && stored.window.from === window.from && stored.window.to === window.to;
}
