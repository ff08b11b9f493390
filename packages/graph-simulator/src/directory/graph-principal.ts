import { createHash } from "node:crypto";
import { graphAppId } from "../../../../config/graph-contracts/directory-objects.ts";
import { contracts } from "../../../../config/graph-contracts/registry.ts";
import type { Entity } from "../entity.ts";

// Some that no contract asks for, so that "exactly the permissions" can be told from "all there are".
const others = ["Directory.ReadWrite.All", "Mail.Read", "User.Read.All"];

/** Microsoft Graph as every directory knows it. Ids of its roles are of this server: whoever needs one looks it up. */
export const graphPrincipal: Entity = {
  id: toGuid("principal"),
  appId: graphAppId,
  displayName: "Microsoft Graph",
  appRoles: namesOfRoles().map((value) => ({
    id: toGuid(value),
    value,
    displayName: value,
    description: value,
    isEnabled: true,
    allowedMemberTypes: ["Application"],
  })),
};

function namesOfRoles(): string[] {
  const names = contracts.flatMap(({ permissions }) => [...permissions.read, ...permissions.write]);
  return [...new Set([...names, ...others])].sort();
}

function toGuid(text: string): string {
  const hex = createHash("sha256").update(`Microsoft Graph ${text}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
