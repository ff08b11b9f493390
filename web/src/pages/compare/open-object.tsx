import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { SideId, useComparison } from "../../api/comparison.ts";
import { DetailsPane } from "../../parts/details-pane.tsx";
import { objectKey, openHref, type parseObjectKey } from "../open-href.ts";
import { ObjectDiff } from "./object-diff.tsx";
import type { useViewed } from "./use-viewed.ts";

const route = getRouteApi("/tenants/$tenantId/compare");

type OpenObjectProps = {
  readonly sides: { readonly left: SideId; readonly right: SideId };
  readonly open: NonNullable<ReturnType<typeof parseObjectKey>>;
  readonly rows: ReturnType<typeof useComparison>["items"];
  readonly typeName: (type: string) => string;
  readonly viewing: ReturnType<typeof useViewed>;
};

/** One object of the list with what differs in it; a step beyond its changes opens its neighbour. */
export function OpenObject({ sides, open, rows, typeName, viewing }: OpenObjectProps): ReactElement {
  const { tenantId } = route.useParams();
  const { open: key = "", ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const index = rows.findIndex((row) => objectKey(row) === key);
  const onStep = (step: 1 | -1, hash: string): void => {
    const next = rows[index + step];
    if (next) void navigate({ search: { ...search, open: objectKey(next) }, hash, resetScroll: false });
  };
  return (
    <DetailsPane
      title={rows[index]?.name ?? typeName(open.type)}
      subject={key}
      onClose={() => void navigate({ search })}
    >
      <ObjectDiff
        key={key}
        sides={sides}
        object={{ ...open, other: search.other }}
        href={new URL(openHref(`/tenants/${tenantId}/compare`, search, objectKey(open)), location.origin).href}
        isViewed={viewing.viewed.has(objectKey(open))}
        onViewed={() => viewing.toggle(objectKey(open))}
        onStep={onStep}
      />
    </DetailsPane>
  );
}
