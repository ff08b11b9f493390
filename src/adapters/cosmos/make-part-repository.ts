import type { Container } from "@azure/cosmos";
import { type PartRepository, partSchema } from "../../domain/observation/part.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { parseDocument, toDocument } from "./document.ts";
import { queryAll } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";

const parsePart = parseDocument(partSchema);

/** Parts of runs of one tenant: create-only, the first one wins. */
export function makePartRepository(
  container: Container,
  { tenantId }: TenantScope,
  { partTtlSeconds }: { readonly partTtlSeconds: number },
): PartRepository {
  return {
    create: async (part) => {
      const id = `${part.runId}-${part.attempt}-${part.type}`;
      const answer = await createDocument(
        container,
        toDocument("part", id, tenantId, { ...part, ttl: partTtlSeconds }),
      );
      if (answer === "created") return part;
      return (await readDocument(container, tenantId, id, parsePart))?.value ?? part;
    },
    ofAttempt: (runId, attempt) => {
      const query = {
        query: "SELECT * FROM c WHERE c.kind = 'part' AND c.runId = @runId AND c.attempt = @attempt",
        parameters: [
          { name: "@runId", value: runId },
          { name: "@attempt", value: attempt },
        ],
      };
      return queryAll(container, tenantId, query, parsePart);
    },
  };
}
