import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { usePageKey } from "../../parts/page-keys.ts";

/** What an anchor says of an object that is being opened: the change at this end of it. */
const ends = { first: 0, last: -1 } as const;

export type ChangeSteps = {
  readonly current: string;
  readonly next: () => void;
  readonly previous: () => void;
};

/**
 * n and p: the next and the previous change of an object, and behind its ends those of its neighbours. Where one is stands
 * in the anchor of the address, and what it names is shown and has the focus.
 */
export function useChangeKeys(
  ids: readonly string[],
  open: (step: 1 | -1, anchor: keyof typeof ends) => void,
): ChangeSteps {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const current = hash === "first" || hash === "last" ? (ids.at(ends[hash]) ?? hash) : hash;
  const go = (step: 1 | -1): void => {
    const target = ids[ids.indexOf(current) + step];
    if (target === undefined) open(step, step === 1 ? "first" : "last");
    else
      void navigate({ to: ".", search: (search: object) => search, hash: target, replace: true, resetScroll: false });
  };
  const steps = { current, next: () => go(1), previous: () => go(-1) };
  usePageKey("n", steps.next);
  usePageKey("p", steps.previous);
  useEffect(() => {
    const row = current === "" ? null : document.getElementById(current);
    row?.scrollIntoView({ block: "nearest" });
    row?.focus({ preventScroll: true });
  }, [current]);
  return steps;
}
