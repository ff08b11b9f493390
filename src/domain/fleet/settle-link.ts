import type { OperationRun } from "../operation-run/operation-run.ts";
import type { Link } from "./link.ts";

/** A link with its child as this is now; undefined when none works, or none that can be seen. */
export type LinkWithChild = { readonly link: Link; readonly child: OperationRun | undefined };

/** What a link becomes when its child has ended; undefined while the child works. */
export function settleLink(child: OperationRun | undefined): Pick<Link, "state" | "code"> | undefined {
  if (child?.status !== "completed" || child.outcome === "pending" || child.outcome === "unknown") return undefined;
  const reason = child.failures[0]?.code ?? null;
  if (child.outcome === "succeeded") return { state: "succeeded", code: null };
  if (child.outcome === "cancelled") return { state: "cancelled", code: reason ?? "child_cancelled" };
  return { state: child.outcome, code: reason };
}

/** A link as it is now: an active one is what its child has become, and shows its child's last error. */
export function toCurrent({ link, child }: LinkWithChild): Link {
  if (link.state !== "active") return link;
  return { ...link, code: child?.trouble?.code ?? null, ...settleLink(child) };
}
