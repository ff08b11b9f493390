import { randomUUID } from "node:crypto";
import type { SeedObject } from "../../local/seeds/seed-tenant.ts";

const mebibyte = 1024 * 1024;

/** Collections of as many service groups. */
const collections: readonly { readonly path: string; readonly kind?: string }[] = [
  { path: "/deviceManagement/deviceConfigurations", kind: "windows10CustomConfiguration" },
  { path: "/deviceManagement/reusablePolicySettings" },
  { path: "/deviceManagement/notificationMessageTemplates" },
  { path: "/deviceManagement/roleScopeTags" },
  { path: "/deviceManagement/virtualEndpoint/userSettings" },
  { path: "/deviceAppManagement/mobileAppCategories" },
  { path: "/deviceAppManagement/iosManagedAppProtections" },
];
/** Of which a page is larger than one answer may be. */
const tooLarge = "/deviceManagement/assignmentFilters";

const objectsOfList = 58;

/** Objects on a page of these lists. */
export const pageItems = 25;

/** Key of the type of which nothing can be read. */
export const typeTooLarge = "assignmentFilter";

/** A list of 58 MB in each of several service groups, of objects of 1 MB, and one with pages of 50 MB. */
export function makeLargeLists(): SeedObject[] {
  const lists = collections.flatMap(({ path, kind }) =>
    Array.from({ length: objectsOfList }, (_, number) => anObject(path, kind, number, mebibyte)),
  );
  const others = Array.from({ length: pageItems }, (_, number) => anObject(tooLarge, undefined, number, 2 * mebibyte));
  return [...lists, ...others];
}

function anObject(collectionPath: string, kind: string | undefined, number: number, bytes: number): SeedObject {
  const type = kind === undefined ? {} : { "@odata.type": `#microsoft.graph.${kind}` };
  const description = `${number} of many words. `.repeat(bytes / 16).slice(0, bytes);
  const object = { ...type, id: randomUUID(), displayName: `Large ${number}`, description };
  return { collectionPath, object: { ...object, lastModifiedDateTime: "2026-01-01T00:00:00Z" } };
}
