import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { useComparison } from "../../api/comparison.ts";
import { DataList } from "../../parts/data-list.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { objectKey, openHref } from "../open-href.ts";
import { objectColumns } from "./object-columns.tsx";

const route = getRouteApi("/tenants/$tenantId/compare");

type ObjectListProps = {
  readonly list: ReturnType<typeof useComparison>;
  readonly viewed: ReadonlySet<string>;
  readonly typeName: (type: string) => string;
};

/** The objects of a comparison, each with what became of it and whether it was looked at. */
export function ObjectList({ list, viewed, typeName }: ObjectListProps): ReactElement {
  const spoken = useSpoken();
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  return (
    <DataList
      label={spoken.words.compare.tree.label}
      rows={list.items}
      columns={objectColumns(spoken, { typeName, viewed })}
      keyOf={({ type, id, change }) => `${type}/${id}/${change}`}
      nameOf={({ name }) => name}
      hrefOf={(each) => openHref(`/tenants/${tenantId}/compare`, search, objectKey(each))}
      hasMore={list.hasMore}
      isLoadingMore={list.isLoadingMore}
      fetchNext={list.loadMore}
    />
  );
}
