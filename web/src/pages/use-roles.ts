import { useMe } from "../api/me.ts";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

/** One's own role in a tenant, in words; who is no member has none, and its pages are not there for them. */
export function useRoles() {
  const { tenants, terms } = useWords();
  const { data: me } = useMe();
  const roles = new Map<string, string>(me?.tenants.map(({ id, role }) => [id, role]));
  return {
    roleIn: (tenantId: string): string => {
      const role = roles.get(tenantId);
      return role === undefined ? tenants.noRole : wordFor(terms.roles, role);
    },
    hrefOf: ({ id }: { readonly id: string }): string | undefined => (roles.has(id) ? `/tenants/${id}` : undefined),
  };
}
