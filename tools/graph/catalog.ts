import { makeCatalog } from "@tenantpilot/graph-simulator/catalog";
import { contracts } from "../../config/graph-contracts/registry.ts";

/** What the simulated Graph serves. */
export const { collections, collectionAt } = makeCatalog(contracts);
