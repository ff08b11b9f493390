import type { ReactElement, ReactNode } from "react";
import type { InventoryObject } from "../api/operations.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { type Fact, FactsList } from "../parts/facts-list.tsx";
import { Time } from "../parts/time.tsx";
import { formatList, formatNumber } from "../words/format.ts";
import { type Spoken, useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { ObjectState } from "./object-state.tsx";

type ObjectFactsProps = { readonly object: InventoryObject; readonly typeName: string };

/** What the inventory knows of an object: facts only, never its settings. */
export function ObjectFacts({ object, typeName }: ObjectFactsProps): ReactElement {
  const spoken = useSpoken();
  const { columns, details } = spoken.words.inventory;
  const copied = (text: string, thing: string): ReactNode => (
    <>
      {text} <CopyButton text={text} thing={thing} />
    </>
  );
  const facts: readonly Fact[] = [
    { term: columns.type, value: typeName },
    { term: columns.state, value: <ObjectState object={object} /> },
    ...(object.platform === null ? [] : [{ term: columns.platform, value: platformOf(object.platform, spoken) }]),
    { term: columns.modified, value: object.lastModified && <Time at={object.lastModified} face="clock" /> },
    { term: columns.lastSeen, value: <Time at={object.lastSeenAt} /> },
    { term: details.firstSeen, value: <Time at={object.firstSeenAt} face="clock" /> },
    ...Object.entries(object.meta).map(([name, value]) => metaFact(name, value, spoken)),
    { term: details.id, value: copied(object.id, details.id) },
    { term: details.fingerprint, value: copied(object.configurationHash, details.fingerprint) },
  ];
  return <FactsList facts={facts} />;
}

/** Platforms in words; Graph may name several, parted by commas. */
export function platformOf(platform: string | null, { language, words }: Spoken): string {
  if (platform === null) return "";
  return formatList(
    language,
    platform.split(",").map((each) => wordFor(words.terms.platforms, each.trim())),
  );
}

const aTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function metaFact(name: string, value: InventoryObject["meta"][string], { language, words }: Spoken): Fact {
  const { meta, details } = words.inventory;
  const term = wordFor(meta, name);
  if (typeof value === "boolean") return { term, value: value ? details.yes : details.no };
  if (typeof value === "number") return { term, value: formatNumber(language, value) };
  if (value !== null && aTime.test(value)) return { term, value: <Time at={value} face="clock" /> };
  return { term, value: value?.replaceAll(/^"|"$/g, "") };
}
