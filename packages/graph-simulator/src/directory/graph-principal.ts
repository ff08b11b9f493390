import { createHash } from "node:crypto";
import type { Entity } from "../entity.ts";

/** https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in */
export const graphAppId = "00000003-0000-0000-c000-000000000000";

// Some that no contract asks for, so that "exactly the permissions" can be distinguished from "all there are".
const others = ["Directory.ReadWrite.All", "Mail.Read", "User.Read.All"];
// What applications do in the name of people, by ids of its own: https://learn.microsoft.com/graph/permissions-reference
const delegated = ["GroupMember.Read.All", "Mail.Read", "User.Read"];

/** Microsoft Graph as every directory knows it. Ids of its roles and scopes are of this server: whoever needs one looks it up. */
export function toGraphPrincipal(permissions: readonly string[]): Entity {
  const names = [...new Set([...permissions, ...others])].sort();
  return {
    id: toGuid("principal"),
    appId: graphAppId,
    displayName: "Microsoft Graph",
    appRoles: names.map((value) => ({
      id: toGuid(value),
      value,
      displayName: value,
      description: value,
      isEnabled: true,
      allowedMemberTypes: ["Application"],
    })),
    oauth2PermissionScopes: delegated.map((value) => ({
      id: toGuid(`${value} in a person's name`),
      value,
      type: value.endsWith(".All") ? "Admin" : "User",
      isEnabled: true,
    })),
  };
}

function toGuid(text: string): string {
  const hex = createHash("sha256").update(`Microsoft Graph ${text}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
