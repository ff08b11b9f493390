import { allRights, roles } from "../../src/domain/tenant/rights.ts";
import { toTable } from "../markdown/to-table.ts";

/** docs/rights.md: each right, what it lets somebody do, and the role that first gives it. */
export function toRightsDoc(): string {
  const rows = allRights.map(({ right, sentence, role }) => [`\`${right}\``, sentence, role]);
  return `# Rights

Written by \`npm run docs:rights\` from \`src/domain/tenant/rights.ts\`; \`GET /api/roles\` answers the same. A role has all
rights of those before it: ${roles.join(", ")}.

${toTable(["right", "what it lets somebody do", "first given by"], rows).join("\n")}
`;
}
