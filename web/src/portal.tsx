import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactElement, useEffect, useState } from "react";
import { ApiContext } from "./api/api-context.ts";
import { makeCallApi } from "./api/call-api.ts";
import { DeployedContext } from "./api/deployed.ts";
import { holdReads } from "./api/hold-reads.ts";
import { makeDrafts } from "./api/make-drafts.ts";
import { makeQueryClient } from "./api/make-query-client.ts";
import { DraftsContext } from "./api/use-draft.ts";
import type { PortalRouter } from "./make-router.ts";
import { NavigateContext } from "./parts/navigate-context.ts";
import { Toasts } from "./parts/toasts.tsx";
import { type Visit, VisitContext } from "./parts/visit.ts";
import type { SignInFacts } from "./session/facts.ts";
import type { Session } from "./session/session.ts";
import { PersonContext } from "./shell/person.ts";
import { SignInAgain } from "./shell/sign-in-again.tsx";

type PortalProps = { readonly session: Session; readonly facts: SignInFacts; readonly router: PortalRouter };

/** All pages, for one person: signing out empties what the server said before the page leaves. */
export function Portal({ session, facts, router }: PortalProps): ReactElement {
  const [navigate] = useState(() => (href: string) => void router.navigate({ href }));
  const [callApi] = useState(() => holdReads(makeCallApi(session)));
  const [queryClient] = useState(makeQueryClient);
  const [drafts] = useState(() => makeDrafts(session.personId));
  const [visit] = useState<Visit>({ pageBefore: undefined });
  useEffect(() => session.beforeLeave(drafts), [session, drafts]);
  useEffect(() => session.onSignOut(() => queryClient.clear()), [session, queryClient]);
  return (
    <PersonContext value={session}>
      <DeployedContext value={facts}>
        <ApiContext value={callApi}>
          <QueryClientProvider client={queryClient}>
            <DraftsContext value={drafts}>
              <NavigateContext value={navigate}>
                <VisitContext value={visit}>
                  <Toasts>
                    <RouterProvider router={router} />
                    <SignInAgain session={session} />
                  </Toasts>
                </VisitContext>
              </NavigateContext>
            </DraftsContext>
          </QueryClientProvider>
        </ApiContext>
      </DeployedContext>
    </PersonContext>
  );
}
