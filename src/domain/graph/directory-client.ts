import type { JsonObject } from "../json/json-value.ts";
import type { DirectoryContract } from "./directory-contract.ts";

/** An object by its alternate key, and the key of the object that holds it where the contract says `within`. */
export type DirectoryAddress = { readonly key: string; readonly within?: string };

/**
 * The directory of one tenant, for setting up the product (P3.1). Every write says what shall be and names its object by
 * a key that exists once, so any write may be repeated after an answer that was lost (pitfall 23). Throws Faults with
 * `graph_...` codes.
 */
export type DirectoryClient = {
  /** The object, or undefined when Graph does not know it, or not yet: what was made a moment ago may not be seen. */
  find(contract: DirectoryContract, address: DirectoryAddress, signal: AbortSignal): Promise<JsonObject | undefined>;
  /** All objects of this kind that the object named `within` holds. */
  list(contract: DirectoryContract, within: string, signal: AbortSignal): Promise<readonly JsonObject[]>;
  /** Makes the object, or gives an existing one these properties; answers what was made, undefined when it existed. */
  upsert(
    contract: DirectoryContract,
    address: DirectoryAddress,
    body: JsonObject,
    signal: AbortSignal,
  ): Promise<JsonObject | undefined>;
  /** An object that is there although it may not be seen yet: waits for it. */
  findWritten(contract: DirectoryContract, address: DirectoryAddress, signal: AbortSignal): Promise<JsonObject>;
  /** Gives an existing object these properties; never makes one. */
  update(contract: DirectoryContract, address: DirectoryAddress, body: JsonObject, signal: AbortSignal): Promise<void>;
};
