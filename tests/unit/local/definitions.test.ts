import { expect, it } from "vitest";
import { demoTenants } from "../../../local/seeds/demo-tenants.ts";
import { makeDefinitions } from "../../../local/seeds/make-definitions.ts";
import { makeDemoTenant } from "../../../local/seeds/make-demo-tenant.ts";

const definitions = new Map(makeDefinitions().map(({ object }) => [object["id"], object]));

/** Every value under a name, at any depth. */
function valuesOf(value: unknown, name: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === name ? [each] : valuesOf(each, name)));
}

const policies = demoTenants.flatMap(({ seed }) =>
  makeDemoTenant(seed).filter(({ collectionPath }) => collectionPath.endsWith("/configurationPolicies")),
);

it("every setting that demo tenants use has a definition, named in English and German", () => {
  const used = new Set(valuesOf(policies, "settingDefinitionId"));
  expect(used.size).toBeGreaterThan(120);
  expect([...used].filter((id) => !definitions.has(String(id)))).toEqual([]);
  const lacking = [...definitions.values()].filter(
    ({ displayName, translations }) => !displayName || !Object(Object(translations)["de"]).displayName,
  );
  expect(lacking).toEqual([]);
});

it("every option that demo tenants choose is an option of its definition", () => {
  const chosen = valuesOf(policies, "choiceSettingValue").map((each) => Object(each).value as string);
  const options = new Set(valuesOf([...definitions.values()], "itemId"));
  expect(chosen.length).toBeGreaterThan(100);
  expect([...new Set(chosen)].filter((each) => !options.has(each))).toEqual([]);
});

it("names that are written together are split into words, and German puts its verb behind", () => {
  const id = "device_vendor_msft_policy_config_defender_allowarchivescanning";
  expect(definitions.get(id)).toMatchObject({
    displayName: "Allow Archive Scanning",
    categoryId: "defender",
    options: [
      { itemId: `${id}_0`, displayName: "Not allowed" },
      { itemId: `${id}_1`, displayName: "Allowed" },
    ],
    translations: { de: { displayName: "Archive Scanning zulassen" } },
  });
});
