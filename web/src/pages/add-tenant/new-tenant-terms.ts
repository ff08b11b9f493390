import type { NewTenant } from "../../api/new-tenant.ts";
import type { Words } from "../../words/words.ts";
import { toLabels } from "../to-labels.ts";

export const ownerKinds = ["user", "group"] as const;

/** What is typed into the form of a new tenant. */
export type TypedTenant = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** Parted by commas. */
  readonly labels: string;
  readonly ownerKind: (typeof ownerKinds)[number];
  readonly ownerId: string;
  readonly ownerName: string;
  /** Of the owner; empty for the person's own. */
  readonly home: string;
};

/** The fields of the form, by the names that the API has for them. */
export const fieldNames = ["id", "name", "timeZone", "labels", "owner.id", "owner.name", "owner.homeTenantId"] as const;

export type FieldName = (typeof fieldNames)[number];

export const blank: TypedTenant = {
  id: "",
  name: "",
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  labels: "",
  ownerKind: "user",
  ownerId: "",
  ownerName: "",
  home: "",
};

const entraId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What can be told to be wrong before the API is asked, by field. */
export function problemsOf(typed: TypedTenant, words: Words["addTenant"]["form"]["problems"]) {
  const idProblem = (text: string): string => (entraId.test(text.trim()) ? "" : words.id);
  const required = (text: string, problem: string): string => (text.trim() === "" ? words.required : problem);
  const all: readonly (readonly [FieldName, string])[] = [
    ["id", required(typed.id, idProblem(typed.id))],
    ["name", required(typed.name, "")],
    ["owner.id", required(typed.ownerId, idProblem(typed.ownerId))],
    ["owner.name", required(typed.ownerName, "")],
    ["owner.homeTenantId", typed.home.trim() === "" ? "" : idProblem(typed.home)],
  ];
  return new Map<string, string>(all.filter(([, problem]) => problem !== ""));
}

export function toNewTenant(typed: TypedTenant): NewTenant {
  const home = typed.home.trim();
  return {
    id: typed.id.trim().toLowerCase(),
    name: typed.name.trim(),
    timeZone: typed.timeZone,
    labels: toLabels(typed.labels),
    owner: {
      kind: typed.ownerKind,
      id: typed.ownerId.trim().toLowerCase(),
      name: typed.ownerName.trim(),
      ...(home === "" ? {} : { homeTenantId: home.toLowerCase() }),
    },
  };
}
