import type { ReactElement } from "react";
import type { TenantSummary } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CountLink } from "../../parts/count-link.tsx";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";
import { NumberTiles } from "../number-tiles.tsx";

/** The API gives at most this many active runs. */
const mostActive = 20;

/** What a tenant comes to; each leads to the list that it counted. */
export function SummaryTiles({ summary }: { readonly summary: TenantSummary }): ReactElement {
  const { tiles, promise, none } = useWords().tenant;
  const { tenant, snapshot, objects, active } = summary;
  const page = `/tenants/${tenant.id}`;
  const present = objects.reduce((sum, type) => sum + type.present, 0);
  const running = { count: active.length, more: active.length >= mostActive };
  const snapshotPage = `${page}/snapshots/${snapshot?.id ?? ""}`;
  return (
    <NumberTiles
      tiles={[
        {
          label: tiles.promise,
          value: <AppLink href={`${page}/schedules`}>{promise[summary.promise.state]}</AppLink>,
        },
        {
          label: tiles.lastSnapshot,
          value: snapshot ? (
            <AppLink href={snapshotPage}>
              <Time at={snapshot.sealedAt} />
            </AppLink>
          ) : (
            none
          ),
        },
        {
          label: tiles.gaps,
          value: <CountLink count={snapshot?.gaps.length ?? 0} href={snapshotPage} label={tiles.gaps} />,
        },
        {
          label: tiles.objects,
          value: <CountLink count={present} href={`${page}/inventory?state=present`} label={tiles.objects} />,
        },
        {
          label: tiles.active,
          value: <CountLink count={running} href={`${page}/operations`} label={tiles.active} />,
        },
      ]}
    />
  );
}
