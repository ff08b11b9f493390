import { z } from "zod";
import { badRequest } from "../graph-error.ts";
import { type Answer, ok } from "../wire/answer.ts";
import type { Call } from "./call.ts";

const bodySchema = z.object({ ids: z.array(z.string()), types: z.array(z.string()).optional() });

/** https://learn.microsoft.com/graph/api/directoryobject-getbyids */
const maxIds = 1000;

/** Objects of the directory by id; unknown ids are left out without a word. Every object says its type. */
export function getByIds({ store, request, rows, lateCreates }: Call): Answer {
  const body = bodySchema.safeParse(request.body);
  if (!body.success) throw badRequest("The parameter 'ids' of the action is missing.");
  const { ids, types } = body.data;
  if (ids.length > maxIds) throw badRequest(`Too many ids: ${ids.length} where ${maxIds} are allowed.`);
  const asked = rows.filter(
    (each) => each.serviceGroup === "directory" && (types === undefined || types.includes(each.entityType)),
  );
  const found = [...new Set(ids)].flatMap((id) =>
    asked.flatMap((row) => {
      const { path, entityType } = row;
      const entity = store.find({ tenantId: request.tenantId, collection: path }, id);
      return entity && !lateCreates.isLate(request.tenantId, row, id)
        ? [{ "@odata.type": `#microsoft.graph.${entityType}`, ...entity }]
        : [];
    }),
  );
  return ok({ "@odata.context": `${request.origin}/${request.version}/$metadata#directoryObjects`, value: found });
}
