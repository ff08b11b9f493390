import type { ReactElement } from "react";
import { useMe } from "../../api/me.ts";
import type { TenantOverview } from "../../api/operations.ts";
import type { List } from "../../api/use-list.ts";
import { CountLink } from "../../parts/count-link.tsx";
import { useWords } from "../../words/use-words.ts";
import { NumberTiles } from "../number-tiles.tsx";

type Tenants = Pick<List<TenantOverview>, "items" | "hasMore">;

/** What one's own tenants come to. */
export function OwnTotals({
  broken,
  attention,
}: {
  readonly broken: Tenants;
  readonly attention: Tenants;
}): ReactElement {
  const { tiles } = useWords().home;
  const tenants = useMe().data?.tenants.length ?? 0;
  const promises = broken.items.reduce((sum, { brokenPromises }) => sum + brokenPromises.length, 0);
  const tile = (label: string, count: number, more: boolean, href: string) => ({
    label,
    value: <CountLink count={{ count, more }} href={href} label={label} />,
  });
  return (
    <NumberTiles
      tiles={[
        tile(tiles.broken, promises, broken.hasMore, "/tenants?promise=broken"),
        tile(tiles.attention, attention.items.length, attention.hasMore, "/tenants?state=attention"),
        tile(tiles.tenants, tenants, false, "/tenants"),
      ]}
    />
  );
}
