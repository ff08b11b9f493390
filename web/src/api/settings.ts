import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { Answer } from "./call-api.ts";
import type { Operations } from "./operations.ts";
import { toQuery } from "./query.ts";
import { Refusal } from "./refusal.ts";
import { useChange } from "./use-change.ts";

type Settings = Answer<"getTenantSettings">;
export type SettingsChange = {
  readonly change: Operations["changeTenantSettings"]["body"];
  /** Of the settings that the change is based on. */
  readonly etag: string;
};

/** Somebody else changed the settings meanwhile: nothing was written, and this is what they are now. */
export class ChangedMeanwhile extends Error {
  readonly theirs: Settings;

  constructor(theirs: Settings, cause: Refusal) {
    super(cause.message, { cause });
    this.name = "ChangedMeanwhile";
    this.theirs = theirs;
  }
}

/** A tenant's settings with their tag: a change names what it is based on. */
export function useSettings(tenantId: string) {
  return useQuery(toQuery(useApi(), "getTenantSettings", { params: { tenantId } }));
}

/** Changes settings. Fails with ChangedMeanwhile where the tag is not the newest. */
export function useChangeSettings(tenantId: string) {
  const client = useQueryClient();
  return useChange(
    async (callApi, { change, etag }: SettingsChange) => {
      const query = toQuery(callApi, "getTenantSettings", { params: { tenantId } });
      try {
        const input = { params: { tenantId }, headers: { "If-Match": etag }, body: change };
        const mine = await callApi("changeTenantSettings", input);
        client.setQueryData(query.queryKey, { body: mine.body, etag: mine.etag });
        return mine;
      } catch (error) {
        if (!(error instanceof Refusal) || error.facts.status !== 412) throw error;
        throw new ChangedMeanwhile(await client.fetchQuery({ ...query, staleTime: 0 }), error);
      }
    },
    ["getTenantSettings", "getTenantCapabilities"],
  );
}
