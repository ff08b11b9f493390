import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { Operations } from "./operations.ts";
import { toQuery } from "./query.ts";
import { unlessOvertaken } from "./unless-overtaken.ts";
import { useChange } from "./use-change.ts";

export type SettingsChange = {
  readonly change: Operations["changeTenantSettings"]["body"];
  /** Of the settings that the change is based on. */
  readonly etag: string;
};

/** A tenant's settings with their tag: a change names what it is based on. */
export function useSettings(tenantId: string) {
  return useQuery(toQuery(useApi(), "getTenantSettings", { params: { tenantId } }));
}

/** Changes settings. Answers null, or theirs with its tag where the tag is not the newest: then nothing was written. */
export function useChangeSettings(tenantId: string) {
  const client = useQueryClient();
  return useChange(
    (callApi, { change, etag }: SettingsChange) => {
      const query = toQuery(callApi, "getTenantSettings", { params: { tenantId } });
      const input = { params: { tenantId }, headers: { "If-Match": etag }, body: change };
      return unlessOvertaken(
        async () => {
          const mine = await callApi("changeTenantSettings", input);
          client.setQueryData(query.queryKey, { body: mine.body, etag: mine.etag });
        },
        () => client.fetchQuery({ ...query, staleTime: 0 }),
      );
    },
    ["getTenantSettings", "getTenantCapabilities"],
  );
}
