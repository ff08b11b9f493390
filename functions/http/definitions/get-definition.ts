import { z } from "zod";
import { definitionLanguageSchema } from "../../../src/domain/definition/language.ts";
import { settingDefinitionSchema } from "../../../src/domain/definition/setting-definition.ts";
import { callerRoute } from "../caller-route.ts";

export const getDefinition = callerRoute({
  id: "getDefinition",
  method: "GET",
  path: "definitions/{definitionId}",
  summary:
    "What Microsoft calls a setting and its options, the same for every tenant. One that it does not name has a name made of its id, and `isKnown` false.",
  params: z.strictObject({ definitionId: settingDefinitionSchema.shape.id }),
  query: z.strictObject({ language: definitionLanguageSchema.default("en") }),
  answers: { 200: settingDefinitionSchema.extend({ isKnown: z.boolean() }).meta({ id: "NamedSetting" }) },
  handle: async (app, { params, query }) => ({
    status: 200,
    body: await app.names.nameSetting(query.language, params.definitionId),
  }),
});
