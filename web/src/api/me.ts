import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";

/** Who is signed in, and which rights that person has where. */
export function useMe() {
  return useQuery({
    ...toQuery(useApi(), "getMe", {}),
    select: bodyOf<"getMe">,
    refetchInterval: poll(() => everyMs.overview),
  });
}
