import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { configure } from "@testing-library/react";
import type { ReactElement } from "react";
import { vi } from "vitest";
import { makeDrafts } from "../../../../web/src/api/make-drafts.ts";
import { DraftsContext } from "../../../../web/src/api/use-draft.ts";
import { Toasts } from "../../../../web/src/parts/toasts.tsx";
import { type Asked, anApi } from "../../api/support/an-api.tsx";
import { layOut } from "../../parts/support/lay-out.ts";
import { show } from "../../parts/support/show.tsx";

// A page draws after several answers; on a busy machine that takes longer than the second one waits by itself.
configure({ asyncUtilTimeout: 10_000 });

type Page = {
  /** The path of its route, as in `routes.ts`. */
  readonly path: string;
  readonly parse: (search: Record<string, unknown>) => object;
  readonly component: () => ReactElement;
};

type Answers = { readonly [operation: string]: (asked: Asked) => unknown };

/** A person who may do all, in the tenant `t`. */
export const anOwner = (rights: readonly string[] = ["inventory.sync", "snapshot.take"]) => ({
  id: "p",
  kind: "user",
  name: "Ada",
  platform: false,
  tenants: [{ id: "t", role: "owner", rights }],
});

const nothing = { items: [], nextPage: null };

/** Draws one page at its address, without the frame around it. What a test does not answer is an empty list. */
export function showPage({ path, parse, component }: Page, address: string, answers: Answers) {
  layOut({ width: 1_200, height: 800 });
  const { asked, wrapper: Api } = anApi((one) => {
    if (one.id === "getMe" && answers["getMe"] === undefined) return anOwner();
    return answers[one.id]?.(one) ?? nothing;
  }, '"1"');
  const root = createRootRoute();
  const route = createRoute({ getParentRoute: () => root, path, validateSearch: parse, component });
  const history = createMemoryHistory({ initialEntries: [address] });
  const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
  const router = createRouter({ routeTree: root.addChildren([route]), history, parseSearch });
  const navigate = vi.fn<(href: string) => void>();
  show(
    <Api>
      <DraftsContext value={makeDrafts("p")}>
        <Toasts>
          {/* The page's router is that of all routes; here it has this one. */}
          <RouterProvider router={router as never} />
        </Toasts>
      </DraftsContext>
    </Api>,
    { navigate },
  );
  return { asked, navigate };
}
