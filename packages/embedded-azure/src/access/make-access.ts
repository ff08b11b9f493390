import type { Access, Action, Caller } from "./access.ts";

/** What each managed identity may do, and where: the roles that a deployment gives. */
export type AccessTable = {
  readonly identities: Readonly<
    Record<string, readonly { readonly role: string; readonly resource: string; readonly actions: readonly string[] }[]>
  >;
};

/** A principal of the table: the name it has there, and the ids its tokens carry. */
export type Principal = {
  readonly name: string;
  readonly clientId: string;
  readonly principalId: string;
  readonly tenantId: string;
};

export type AccessRules = {
  readonly table: AccessTable;
  readonly principals: readonly Principal[];
  readonly callerOf: Access["callerOf"];
};

/** The role table as the servers ask it. Whoever is not a principal of the table may do nothing, with whatever valid token. */
export function makeAccess({ table, principals, callerOf }: AccessRules): Access {
  const may = (caller: Caller, action: Action, resource: string): boolean => {
    const principal = principals.find((candidate) => isSame(candidate, caller));
    const assignments = principal ? (table.identities[principal.name] ?? []) : [];
    return assignments.some(
      (assignment) => assignment.actions.includes(action) && isWithin(resource, assignment.resource),
    );
  };
  return { callerOf, may };
}

/** All three ids must agree: the client id alone would let a token of another tenant pass. */
function isSame(principal: Principal, caller: Caller): boolean {
  return (
    principal.clientId === caller.clientId &&
    principal.principalId === caller.principalId &&
    principal.tenantId === caller.tenantId
  );
}

/** A role given at a scope applies to everything below it, as in Azure. */
function isWithin(resource: string, scope: string): boolean {
  return resource === scope || resource.startsWith(`${scope}/`);
}
