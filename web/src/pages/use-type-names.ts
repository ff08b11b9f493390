import { useCapabilities } from "../api/capability.ts";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

/** Names of what permissions and licences serve: object types, and what a check itself reads. For members and others. */
export function useTypeNames(): (key: string) => string {
  const { facts } = useWords().readiness;
  const { data, isPending } = useCapabilities();
  const names = new Map(data?.items.map(({ type, name }) => [type, name]));
  return (key) => names.get(key) ?? (isPending && !Object.hasOwn(facts, key) ? "…" : wordFor(facts, key));
}
