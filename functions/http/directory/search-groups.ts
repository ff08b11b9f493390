import { z } from "zod";
import { foundGroupSchema } from "../../../src/domain/directory/personal-search.ts";
import { callerRoute } from "../caller-route.ts";

export const searchDirectoryGroups = callerRoute({
  id: "searchDirectoryGroups",
  method: "GET",
  path: "directory/groups",
  summary:
    "Groups of the caller's home tenant by the beginning of their name, asked in the caller's own name; 25 at most. The only question that a request asks Microsoft Graph.",
  query: z.strictObject({ text: z.string().trim().min(1).max(100) }),
  answers: { 200: z.object({ items: z.array(foundGroupSchema.meta({ id: "FoundGroup" })) }) },
  handle: async (app, { caller, assertion, query }) => {
    const items = await app.searchDirectory(caller, assertion, query.text);
    return { status: 200, body: { items } };
  },
});
