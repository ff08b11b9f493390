import type { ReactElement, ReactNode } from "react";
import type { Snapshot } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { FactsList } from "../../parts/facts-list.tsx";
import { Time } from "../../parts/time.tsx";
import { formatClock, formatNumber, formatSize } from "../../words/format.ts";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { Section } from "../section.tsx";

/** Whose it is, when it was read, and how one knows that nobody changed it. */
export function SnapshotFacts({ snapshot }: { readonly snapshot: Snapshot }): ReactElement {
  const { language, words } = useSpoken();
  const { about, facts } = words.snapshot;
  const { window, rootHash, tenantId, runId } = snapshot;
  return (
    <Section title={about}>
      <FactsList
        facts={[
          {
            term: facts.read,
            value: facts.window(formatClock(language, window.from), formatClock(language, window.to)),
          },
          { term: facts.sealed, value: <Time at={snapshot.sealedAt} face="clock" /> },
          { term: facts.objects, value: formatNumber(language, snapshot.counts.succeeded) },
          { term: facts.size, value: formatSize(language, snapshot.size) },
          { term: facts.protection, value: <Protection immutability={snapshot.immutability} /> },
          {
            term: facts.rootHash,
            value: (
              <>
                {rootHash} <CopyButton text={rootHash} thing={facts.rootHash} />
              </>
            ),
          },
          {
            term: facts.run,
            value: <AppLink href={`/tenants/${tenantId}/operations/${runId}`}>{facts.openRun}</AppLink>,
          },
        ]}
      />
    </Section>
  );
}

function Protection({ immutability }: Pick<Snapshot, "immutability">): ReactNode {
  const { facts } = useWords().snapshot;
  if (immutability.state === "not_enforced") return facts.notProtected;
  return (
    <>
      <Time at={immutability.until} face="clock" />. {immutability.mode === "locked" ? facts.locked : facts.unlocked}
    </>
  );
}
