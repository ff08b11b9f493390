import { z } from "zod";
import { knownValue } from "../unreadable/known-value.ts";

const id = z.string().nullable();

/** Whom an assignment of an object reaches, or keeps from it; what it does there is in the payload. */
export const targetSchema = z.object({
  target: knownValue(["group", "allUsers", "allDevices", "collection"]),
  mode: knownValue(["include", "exclude"]),
  /** Of a group, or of a collection of Configuration Manager. */
  groupId: id,
  filterId: id,
  /** Whether the filter lets devices in or keeps them out. */
  filterType: id,
  /** Of apps: required, available, uninstall and others. */
  intent: id,
});

/** That an object names another one: its kind as the contract says, its id, and the place of the payload that names it. */
export const edgeSchema = z.object({ to: z.string(), id: z.string(), via: z.string() });

export type AssignmentTarget = z.infer<typeof targetSchema>;
export type Edge = z.infer<typeof edgeSchema>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What Microsoft writes where an id is nothing. */
export const emptyGuid = "00000000-0000-0000-0000-000000000000";

export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** An id as edges and targets have it: guids in lower case, so that they meet however they were written. */
export function edgeIdOf(text: string): string {
  return isGuid(text) ? text.toLowerCase() : text;
}
