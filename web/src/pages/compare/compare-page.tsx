import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useEffect } from "react";
import type { SideId } from "../../api/comparison.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { PageBody } from "../page-body.tsx";
import { useObjectTypes } from "../use-object-types.ts";
import { useListProblem } from "../use-problem.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { sideText } from "./side-text.ts";
import { idOf, SidesChoice } from "./sides-choice.tsx";
import { useSide } from "./use-side.ts";

const route = getRouteApi("/tenants/$tenantId/compare");

/** What differs between two snapshots, of one tenant or two, or between a snapshot and now. */
export function ComparePage(): ReactElement {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const words = useWords().compare;
  const { nameOf: typeName } = useObjectTypes(tenantId);
  const left = useSide(search.left, "left", tenantId);
  const right = useSide(search.right, "right", tenantId);
  const leftProblem = useListProblem(left.list);
  const problem = useListProblem(right.list) ?? leftProblem;
  const [before, after] = [idOf(left), idOf(right)];
  usePinnedSides(before, after);
  const onChoose = (sides: { readonly left?: SideId; readonly right?: SideId }): void => {
    const chosen = Object.entries(sides).map(([name, side]) => [name, sideText(side, tenantId)]);
    const { open: _open, other: _other, ...rest } = search;
    void navigate({ search: { ...rest, ...Object.fromEntries(chosen) } });
  };
  const isSame = before && after && sideText(before, "") === sideText(after, "");
  return (
    <PageBody>
      <PageHeader
        page="compare"
        title={words.title}
        crumbs={useTenantCrumbs(tenantId)}
        lead={
          <>
            {words.lead} <CopyButton text={location.href} thing={words.copyLink} withWord />
          </>
        }
      />
      <PageStates
        hasData={left.list.first !== undefined && right.list.first !== undefined}
        problem={problem}
        onTryAgain={right.list.error ? right.list.tryAgain : left.list.tryAgain}
        isEmpty={!(before && after) && left.list.items.length + right.list.items.length === 0}
        empty={
          <EmptyState
            title={words.noneTitle}
            action={<AppLink href={`/tenants/${tenantId}/snapshots`}>{words.toSnapshots}</AppLink>}
          >
            {words.none}
          </EmptyState>
        }
      >
        <PageBody>
          <SidesChoice left={left} right={right} typeName={typeName} onChoose={onChoose} />
          {isSame && <EmptyState title={words.same}>{words.sameHelp}</EmptyState>}
          {before && after && !isSame && <ComparisonView {...{ before, after, left, right, typeName }} />}
        </PageBody>
      </PageStates>
    </PageBody>
  );
}

/** Writes what the page chose by itself into the address: a link to it shows the same tomorrow. */
function usePinnedSides(left: SideId | undefined, right: SideId | undefined): void {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [before, after] = [left && sideText(left, tenantId), right && sideText(right, tenantId)];
  const isPinned = before === undefined || after === undefined || (search.left === before && search.right === after);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen decides, not the address it came from
  useEffect(() => {
    if (!isPinned) void navigate({ search: { ...search, left: before, right: after }, replace: true });
  }, [isPinned, before, after]);
}
