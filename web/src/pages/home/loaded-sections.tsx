import type { ReactElement, ReactNode } from "react";
import type { List } from "../../api/use-list.ts";
import { PageStates } from "../../parts/page-states.tsx";
import { PageBody } from "../page-body.tsx";
import { useListProblem } from "../use-problem.ts";

type LoadedSectionsProps = {
  readonly list: Pick<List<unknown>, "first" | "error" | "isPaused" | "asOf" | "tryAgain">;
  readonly children: ReactNode;
};

/** Sections made of one list: until it was answered nobody knows that there is nothing. */
export function LoadedSections({ list, children }: LoadedSectionsProps): ReactElement {
  return (
    <PageStates hasData={list.first !== undefined} problem={useListProblem(list)} onTryAgain={list.tryAgain}>
      <PageBody>{children}</PageBody>
    </PageStates>
  );
}
