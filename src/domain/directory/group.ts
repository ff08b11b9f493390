import { z } from "zod";
import { hashOfText } from "../hash/hash-of-text.ts";
import type { JsonObject } from "../json/json-value.ts";
import { knownValue } from "../unreadable/known-value.ts";

/** What a group is for: Graph says it by three properties. */
const groupKinds = ["security", "mail_enabled_security", "distribution", "microsoft_365"] as const;

/** A group of a tenant's directory, as far as it is kept: no members, no owners, no addresses (P7.1). */
export const groupSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  kind: knownValue(groupKinds),
  isDynamic: z.boolean(),
  /** SHA-256 of the rule of a dynamic group, so that a change of it shows. */
  ruleHash: z.string().nullable(),
  isRoleAssignable: z.boolean(),
  isOnPremises: z.boolean(),
  /** When the tenant was found to have it no more; it keeps its name for whatever still names it. */
  deletedAt: z.iso.datetime().nullable(),
});

export type Group = z.infer<typeof groupSchema>;

const propertiesSchema = z
  .object({
    displayName: z.string().nullable(),
    description: z.string().nullable(),
    groupTypes: z.array(z.string()).nullable(),
    securityEnabled: z.boolean().nullable(),
    mailEnabled: z.boolean().nullable(),
    membershipRule: z.string().nullable(),
    isAssignableToRole: z.boolean().nullable(),
    onPremisesSyncEnabled: z.boolean().nullable(),
  })
  .partial();

type Properties = z.infer<typeof propertiesSchema>;

/** Graph's properties of a group, those that are there; undefined for what is no group. */
export function parseGroupProperties(item: JsonObject): Properties | undefined {
  return propertiesSchema.safeParse(item).data;
}

/**
 * The group after what Graph said of it: a property that Graph leaves out is as it was, and was never set where the group
 * is new (graph.md 2.8).
 */
export function toGroup(id: string, said: Properties, before: Group | undefined): Group {
  const { membershipRule: rule, groupTypes: types } = said;
  return {
    id,
    name: textOf(said.displayName, before?.name ?? "") ?? "",
    description: textOf(said.description, before?.description ?? null),
    kind: kindOf(said, before),
    isDynamic: types === undefined ? (before?.isDynamic ?? false) : (types ?? []).includes("DynamicMembership"),
    ruleHash: rule === undefined ? (before?.ruleHash ?? null) : rule && hashOfText(rule),
    isRoleAssignable: flagOf(said.isAssignableToRole, before?.isRoleAssignable),
    isOnPremises: flagOf(said.onPremisesSyncEnabled, before?.isOnPremises),
    deletedAt: null,
  };
}

function textOf(said: string | null | undefined, before: string | null): string | null {
  return said === undefined ? before : said;
}

function flagOf(said: boolean | null | undefined, before = false): boolean {
  return said === undefined ? before : (said ?? false);
}

function kindOf({ groupTypes, securityEnabled, mailEnabled }: Properties, before: Group | undefined): Group["kind"] {
  const was = before?.kind ?? "security";
  const isUnified = groupTypes === undefined ? was === "microsoft_365" : (groupTypes ?? []).includes("Unified");
  if (isUnified) return "microsoft_365";
  const hasMail = flagOf(mailEnabled, was === "mail_enabled_security" || was === "distribution");
  const isSecurity = flagOf(securityEnabled, was !== "distribution");
  if (!hasMail) return "security";
  return isSecurity ? "mail_enabled_security" : "distribution";
}

/** What tells one state of a group from another. */
export function digestOfGroup(group: Group): string {
  return hashOfText(JSON.stringify(groupSchema.parse(group))).slice(0, 32);
}

/** How names are compared: without case, and however accents are written. */
export function toNameKey(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
