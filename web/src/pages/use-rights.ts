import { useMe } from "../api/me.ts";
import { formatList } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { rolesWith } from "./to-problem.ts";

/** Why a command is off for this person, as a sentence; undefined for who has the right, and while that is not known yet. */
export type WhyOff = (right: string) => string | undefined;

/** The rights of the person in a tenant. The API decides again: this only says it before. */
export function useRights(tenantId: string): WhyOff {
  const { language, words } = useSpoken();
  const { data: me } = useMe();
  const rights = me?.tenants.find(({ id }) => id === tenantId)?.rights;
  return (right) => {
    if (me === undefined || rights?.includes(right)) return undefined;
    const { missingRight } = words.parts.commands;
    return missingRight(wordFor(words.terms.rights, right), formatList(language, rolesWith(right, words)));
  };
}

export function useIsPlatform(): boolean {
  return useMe().data?.platform === true;
}
