import { expect, it } from "vitest";
import { toDefinitionsText } from "../../../src/domain/definition/definitions-text.ts";
import type { DefinitionLanguage } from "../../../src/domain/definition/language.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { makeNames } from "../../../src/use-cases/definition/make-names.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();

// The scope of each test stands for the platform's: names are of no tenant.
const stores = (): TenantStores => its.product.storesFor(its.scope);

async function keep(language: DefinitionLanguage, names: Readonly<Record<string, string>>): Promise<string> {
  const settings = Object.entries(names).map(([id, name]) => ({ id, name, category: null, options: [] }));
  const text = toDefinitionsText(new Map(settings.map((each) => [each.id, each])));
  const hash = hashOfText(text);
  await stores().definitionBlobs.put(language, hash, text);
  const before = await stores().definitions.sets();
  const set = { hash, perList: {}, at: "2026-01-01T00:00:00.000Z" };
  await stores().definitions.keepSets({ languages: { ...before?.languages, [language]: set } });
  return hash;
}

/** Names as an app has them, and how often it read a blob. */
function anApp() {
  const read: string[] = [];
  const { definitionBlobs, definitions } = stores();
  const counting = {
    ...definitionBlobs,
    read: (language: DefinitionLanguage, hash: string) => {
      read.push(language);
      return definitionBlobs.read(language, hash);
    },
  };
  const names = makeNames({ storesFor: () => ({ definitions, definitionBlobs: counting }) });
  const nameIn = async (language: DefinitionLanguage, id: string) => (await names.nameSetting(language, id)).name;
  return { read, nameIn, names };
}

it("names are loaded when they are first asked for, once for all who ask, and again when the set is another", async () => {
  await keep("en", { a: "One" });
  const { read, nameIn } = anApp();
  expect(await Promise.all([nameIn("en", "a"), nameIn("en", "a"), nameIn("en", "a")])).toEqual(["One", "One", "One"]);
  expect(read).toEqual(["en"]);
  await keep("en", { a: "Two" });
  expect([await nameIn("en", "a"), await nameIn("en", "a"), read]).toEqual(["Two", "Two", ["en", "en"]]);
});

it("an app holds one language at a time, and one that there is no set of is the fallback", async () => {
  await keep("en", { a: "One" });
  const { read, nameIn } = anApp();
  expect([await nameIn("de", "a"), await nameIn("en", "a"), read]).toEqual(["One", "One", ["en"]]);
  await keep("de", { a: "Eins" });
  expect([await nameIn("de", "a"), await nameIn("en", "a"), await nameIn("de", "a")]).toEqual(["Eins", "One", "Eins"]);
  expect(read).toEqual(["en", "de", "en", "de"]);
});

it("settings are named by their ids before anything was read, and while the blob is damaged", async () => {
  const { nameIn, names } = anApp();
  expect(await names.nameSetting("en", "x_policy_allowthing")).toMatchObject({ isKnown: false });
  const whole = await keep("en", { a_b: "One" });
  const { definitions } = stores();
  const lost = { languages: { en: { hash: "0".repeat(64), perList: {}, at: "2026-01-01T00:00:00.000Z" } } };
  await definitions.keepSets(lost);
  expect(await nameIn("en", "a_b")).toBe("A b (a_b)");
  expect(its.product.damage).toMatchObject([{ state: "missing", path: expect.stringContaining("/definitions/en/") }]);
  const mended = { languages: { en: { ...lost.languages.en, hash: whole } } };
  await definitions.keepSets(mended);
  expect(await nameIn("en", "a_b")).toBe("One");
});

it("a store that does not answer is no answer, and is asked again", async () => {
  await keep("en", { a: "One" });
  const { definitions, definitionBlobs } = stores();
  let isDown = true;
  const read: typeof definitionBlobs.read = async (...rest) => {
    if (isDown) throw new Error("down");
    return definitionBlobs.read(...rest);
  };
  const names = makeNames({ storesFor: () => ({ definitions, definitionBlobs: { ...definitionBlobs, read } }) });
  await expect(names.nameSetting("en", "a")).rejects.toThrow("down");
  isDown = false;
  expect(await names.nameSetting("en", "a")).toMatchObject({ name: "One", isKnown: true });
});
