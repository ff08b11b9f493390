import { useMe } from "../api/me.ts";
import { formatList } from "../words/format.ts";
import type { Language } from "../words/language.ts";
import { type Spoken, useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { rolesWith } from "./to-problem.ts";

/** Why a command is off for this person, as a sentence; undefined for who has the right, and while that is not known yet. */
export type WhyOff = (right: string) => string | undefined;

/** The rights of the person in a tenant. The API decides again: this only says it before. */
export function useRights(tenantId: string): WhyOff {
  const spoken = useSpoken();
  const { data: me } = useMe();
  const rights = me?.tenants.find(({ id }) => id === tenantId)?.rights;
  return (right) => {
    if (me === undefined || rights?.includes(right)) return undefined;
    return lacks(right, spoken);
  };
}

/** The right that is missing, and the roles that have it. */
function lacks(right: string, { language, words }: Spoken): string {
  const { missingRight } = words.parts.commands;
  return missingRight(wordFor(words.terms.rights, right), formatList(language, rolesWith(right, words)));
}

/** The tenants one command may be for at once. */
export const mostAtOnce = 25;

type Named = { readonly id: string; readonly name: string };

/** The same for a command that is for all of these tenants. */
export function useRightsInEach(tenants: readonly Named[]): WhyOff {
  const spoken = useSpoken();
  const { language, words } = spoken;
  const { data: me } = useMe();
  const { chooseSome, tooMany, notMember } = words.tenants.commands;
  return (right) => {
    if (tenants.length === 0) return chooseSome;
    if (tenants.length > mostAtOnce) return tooMany(mostAtOnce);
    if (me === undefined) return undefined;
    const rightsIn = new Map<string, readonly string[]>(me.tenants.map(({ id, rights }) => [id, rights]));
    const outside = tenants.filter(({ id }) => !rightsIn.has(id));
    if (outside.length > 0) return notMember(namesOf(outside, language));
    const lacking = tenants.filter(({ id }) => !rightsIn.get(id)?.includes(right));
    if (lacking.length === 0) return undefined;
    const why = lacks(right, spoken);
    return tenants.length === 1 ? why : `${namesOf(lacking, language)}: ${why}`;
  };
}

/** At most three of them; the rest is dots. */
export function namesOf(tenants: readonly Pick<Named, "name">[], language: Language): string {
  const names = tenants.slice(0, 3).map(({ name }) => name);
  return formatList(language, tenants.length > 3 ? [...names, "…"] : names);
}

export function useIsPlatform(): boolean {
  return useMe().data?.platform === true;
}
