import type { GroupAssignment, Operations } from "./operations.ts";
import { everyMs } from "./poll.ts";
import { type List, useList } from "./use-list.ts";

type Answer = Operations["listAssignments"]["answer"];

export type AssignmentFilters = Omit<Operations["listAssignments"]["query"], "limit" | "page">;

/** What reaches a group, with the group as far as it is known and the age of its name. */
export function useGroupAssignments(tenantId: string, filters: AssignmentFilters): List<GroupAssignment, Answer> {
  return useList<GroupAssignment, Answer>({
    key: ["listAssignments", { tenantId }, filters],
    read: (callApi, page, signal) =>
      callApi("listAssignments", { params: { tenantId }, query: { ...filters, ...page }, signal }),
    idOf: ({ type, id }) => `${type}/${id}`,
    interval: () => everyMs.list,
  });
}
