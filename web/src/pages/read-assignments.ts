import { isBranch, type Json } from "../parts/json-rows.ts";

/** Whom an object concerns, as Graph says it. */
export type ReadAssignment = {
  /** Its place in the list, which is Graph's: assignments have no id that stays. */
  readonly id: string;
  readonly target: "group" | "allUsers" | "allDevices" | "collection" | "other";
  readonly mode: "include" | "exclude";
  readonly groupId: string | undefined;
  readonly hasFilter: boolean;
};

const targets: Readonly<Record<string, Pick<ReadAssignment, "target" | "mode">>> = {
  groupAssignmentTarget: { target: "group", mode: "include" },
  exclusionGroupAssignmentTarget: { target: "group", mode: "exclude" },
  allLicensedUsersAssignmentTarget: { target: "allUsers", mode: "include" },
  allDevicesAssignmentTarget: { target: "allDevices", mode: "include" },
  configurationManagerCollectionAssignmentTarget: { target: "collection", mode: "include" },
};

/** The assignments of an object's content; undefined where the content has none to show. */
export function readAssignments(content: Json): readonly ReadAssignment[] | undefined {
  const assignments = memberOf(content, "assignments");
  if (!Array.isArray(assignments)) return undefined;
  return assignments.map((each: Json, place) => {
    const target = memberOf(each, "target") ?? null;
    const type = memberOf(target, "@odata.type");
    const kind = typeof type === "string" ? type.replace(/^#?microsoft\.graph\./, "") : "";
    const filter = memberOf(target, "deviceAndAppManagementAssignmentFilterType");
    const groupId = memberOf(target, "groupId");
    return {
      id: String(place),
      ...(targets[kind] ?? { target: "other", mode: "include" }),
      groupId: typeof groupId === "string" ? groupId : undefined,
      hasFilter: typeof filter === "string" && filter !== "none",
    };
  });
}

function memberOf(value: Json, name: string): Json | undefined {
  if (!isBranch(value) || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([each]) => each === name)?.[1];
}
