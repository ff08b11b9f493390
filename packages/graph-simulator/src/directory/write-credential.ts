import { randomUUID } from "node:crypto";
import type { Entity } from "../entity.ts";
import { badDirectoryRequest, sameValue } from "./directory-error.ts";

// https://learn.microsoft.com/graph/api/resources/federatedidentitycredentials-overview
const maxCredentials = 20;
const writable = new Set(["issuer", "subject", "audiences", "description"]);

/** The credential with the properties of the body, among the others of its application. */
export function toCredential(
  others: readonly Entity[],
  stored: Entity | undefined,
  name: string,
  body: Entity,
): Entity {
  const unknown = Object.keys(body).find((each) => !writable.has(each));
  if (unknown !== undefined) throw badDirectoryRequest(`Property '${unknown}' cannot be written.`);
  const credential: Entity = { id: randomUUID(), name, description: null, ...stored, ...body };
  for (const needed of ["issuer", "subject"]) {
    if (typeof credential[needed] !== "string") throw badDirectoryRequest(`A value is required for '${needed}'.`);
  }
  const { audiences, issuer, subject } = credential;
  if (!Array.isArray(audiences) || audiences.length !== 1) {
    throw badDirectoryRequest("FederatedIdentityCredential must have exactly one audience.");
  }
  if (!stored && others.length >= maxCredentials) {
    throw badDirectoryRequest(`At most ${maxCredentials} federated identity credentials are allowed.`);
  }
  if (others.some((each) => each["issuer"] === issuer && each["subject"] === subject)) {
    throw sameValue("FederatedIdentityCredential with the same issuer and subject already exists on the application.");
  }
  return credential;
}
