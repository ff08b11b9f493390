import type { OperationId } from "./call-api.ts";
import type { Member, Operations } from "./operations.ts";
import { everyMs } from "./poll.ts";
import { unlessOvertaken } from "./unless-overtaken.ts";
import { useChange } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

type MemberBody = Operations["putMember"]["body"];

/** `etag` of the member as it was seen; none for a new one. */
export type MemberChange = MemberBody & { readonly principalId: string; readonly etag?: string };

const showsMembers: readonly OperationId[] = ["listMembers"];

/** Who has a role in a tenant: few, so the API gives them all at once. */
export function useMembers(tenantId: string): List<Member> {
  return useList<Member>({
    key: ["listMembers", { tenantId }, {}],
    read: async (callApi, _page, signal) => {
      const { body } = await callApi("listMembers", { params: { tenantId }, signal });
      return { body: { items: body.items, nextPage: null } };
    },
    idOf: ({ principalId }) => principalId,
    interval: () => everyMs.list,
  });
}

/** Gives somebody a role. Answers null, or the member as it is now where somebody else changed it meanwhile. */
export function usePutMember(tenantId: string) {
  return useChange((callApi, { principalId, etag, ...body }: MemberChange) => {
    const headers = etag === undefined ? {} : { headers: { "If-Match": etag } };
    return unlessOvertaken(
      () => callApi("putMember", { params: { tenantId, principalId }, body, ...headers }),
      async () => {
        const { items } = (await callApi("listMembers", { params: { tenantId } })).body;
        return items.find((member) => member.principalId === principalId);
      },
    );
  }, showsMembers);
}

export function useDeleteMember(tenantId: string) {
  return useChange(async (callApi, { principalId, etag }: Pick<Member, "principalId" | "etag">) => {
    await callApi("deleteMember", { params: { tenantId, principalId }, headers: { "If-Match": etag } });
  }, showsMembers);
}

/** Becomes an owner oneself, for a reason: by who looks after the platform. */
export function useTakeOwnershipOf(tenantId: string) {
  return useChange(
    (callApi, reason: string) => callApi("takeTenantOwnership", { params: { tenantId }, body: { reason } }),
    [...showsMembers, "getMe", "listTenants", "getOverview", "listPlatformAudit"],
  );
}
