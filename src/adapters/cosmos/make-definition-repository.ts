import type { Container } from "@azure/cosmos";
import { definitionSetsSchema } from "../../domain/definition/definition-sets.ts";
import type { DefinitionRepository } from "../../domain/definition/repository.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { parseDocument, toDocument } from "./document.ts";
import { readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

const id = "definitions";
const parse = parseDocument(definitionSetsSchema);

/** Which sets of names there are: one document. One run at a time writes it. */
export function makeDefinitionRepository(container: Container, { tenantId }: TenantScope): DefinitionRepository {
  return {
    sets: async () => (await readDocument(container, tenantId, id, parse))?.value,
    keepSets: async (sets) => {
      await callCosmos(() => container.items.upsert(toDocument("definitions", id, tenantId, sets)));
    },
  };
}
