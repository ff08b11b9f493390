import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { CallApi } from "./call-api.ts";
import type { ComparedObject, Operations } from "./operations.ts";
import { type List, useList } from "./use-list.ts";

/** One side of a comparison: a snapshot by its id, or what the inventory holds now. */
export type SideId = { readonly tenantId: string; readonly id: string };

/** Stands for the id of a snapshot where the right side is the inventory. */
export const inventorySide = "inventory";

export type TwoSides = { readonly left: SideId; readonly right: SideId };

export type Comparison = Operations["diffSnapshot"]["answer"];

export type ObjectComparison = Operations["diffObject"]["answer"];

export type ComparisonFilters = Pick<Operations["diffSnapshot"]["query"], "type" | "change" | "area" | "text">;

/** The objects that differ, in order of type and id, with counts of all. Two snapshots never change: asked for once. */
export function useComparison(sides: TwoSides, filters: ComparisonFilters): List<ComparedObject, Comparison> {
  const { left, right } = sides;
  const params = { tenantId: left.tenantId, snapshotId: left.id };
  const asked = { ...filters, ...(isOneTenant(sides) ? { against: right.id } : namesOf(sides)) };
  return useList<ComparedObject, Comparison>({
    key: [isOneTenant(sides) ? "diffSnapshot" : "compareTenants", params, asked],
    read: (callApi, page, signal) =>
      isOneTenant(sides)
        ? callApi("diffSnapshot", { params, query: { ...filters, against: right.id, ...page }, signal })
        : callApi("compareTenants", { query: { ...filters, ...namesOf(sides), ...page }, signal }),
    idOf: ({ type, id, change }) => `${type}/${id}/${change}`,
    interval: () => false,
  });
}

function isOneTenant({ left, right }: TwoSides): boolean {
  return left.tenantId === right.tenantId;
}

function namesOf({ left, right }: TwoSides) {
  return { left: `${left.tenantId}/${left.id}`, right: `${right.tenantId}/${right.id}` };
}

/** An object by its id on the left, and on the right where that is another. */
export type ComparedId = { readonly type: string; readonly id: string; readonly other: string | undefined };

const never = Number.POSITIVE_INFINITY;

/** One object of both sides, with all that differs in it. */
export function useComparedObject(sides: TwoSides, object: ComparedId) {
  const callApi = useApi();
  return useQuery({
    queryKey: ["compareObject", sides, object],
    queryFn: async ({ signal }): Promise<ObjectComparison> => {
      const { params, query, names } = objectInput(sides, object);
      const { type, objectId } = params;
      const { body } = isOneTenant(sides)
        ? await callApi("diffObject", { params, query, signal })
        : await callApi("compareObjectOfTenants", { params: { type, objectId }, query: names, signal });
      return body;
    },
    staleTime: sides.right.id === inventorySide ? 0 : never,
  });
}

/** The same as a page for people, in Markdown. */
export async function readMarkdown(callApi: CallApi, sides: TwoSides, object: ComparedId): Promise<string> {
  const { params, query, names } = objectInput(sides, object);
  const { type, objectId } = params;
  const format = "markdown" as const;
  const { body }: { body: unknown } = isOneTenant(sides)
    ? await callApi("diffObject", { params, query: { ...query, format } })
    : await callApi("compareObjectOfTenants", { params: { type, objectId }, query: { ...names, format } });
  return body instanceof Blob ? body.text() : String(body);
}

function objectInput(sides: TwoSides, { type, id, other }: ComparedId) {
  const { left, right } = sides;
  return {
    params: { tenantId: left.tenantId, snapshotId: left.id, type, objectId: id },
    query: { against: right.id },
    names: { ...namesOf(sides), ...(other !== undefined && { other }) },
  };
}
