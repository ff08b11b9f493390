import type { ReactElement, ReactNode } from "react";
import { useMe } from "../api/me.ts";
import { PageHeader } from "../parts/page-header.tsx";
import { PageStates } from "../parts/page-states.tsx";
import { useProblem } from "./use-problem.ts";

type PlatformOnlyProps = { readonly page: string; readonly title: string; readonly children: ReactNode };

/** A page of the platform. For who lacks that right it does not exist, as the API says too. */
export function PlatformOnly({ page, title, children }: PlatformOnlyProps): ReactElement {
  const me = useMe();
  const problem = useProblem(me);
  if (me.data?.platform === true) return <>{children}</>;
  return (
    <>
      <PageHeader page={page} title={title} />
      <PageStates hasData={false} problem={me.data === undefined ? problem : { kind: "not_found" }}>
        {null}
      </PageStates>
    </>
  );
}
