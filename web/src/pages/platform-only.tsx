import type { ReactElement, ReactNode } from "react";
import { useMe } from "../api/me.ts";
import { PageHeader } from "../parts/page-header.tsx";
import { PageStates } from "../parts/page-states.tsx";
import type { Problem } from "../parts/problem.ts";
import { useProblem } from "./use-problem.ts";

type PlatformOnlyProps = {
  readonly page: string;
  readonly title: string;
  /** What is said to who lacks the right; left out: that there is no such page. */
  readonly refusal?: Problem;
  readonly children: ReactNode;
};

/** A page of the platform. For who lacks that right it does not exist, as the API says too, unless it says why. */
export function PlatformOnly({
  page,
  title,
  refusal = { kind: "not_found" },
  children,
}: PlatformOnlyProps): ReactElement {
  const me = useMe();
  const problem = useProblem(me);
  if (me.data?.platform === true) return <>{children}</>;
  return (
    <>
      <PageHeader page={page} title={title} />
      <PageStates hasData={false} problem={me.data === undefined ? problem : refusal}>
        {null}
      </PageStates>
    </>
  );
}
