import { useMemo } from "react";
import type { FilterOption } from "../parts/filter.ts";

/** Every time zone that this browser knows, and the one that is chosen. */
export function useZones(chosen: string): readonly FilterOption[] {
  return useMemo(() => {
    const known = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(chosen === "" ? [] : [chosen])]);
    return [...known].toSorted().map((value) => ({ value, text: value.replaceAll("_", " ") }));
  }, [chosen]);
}
