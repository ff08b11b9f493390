import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { InventoryObject } from "../../api/operations.ts";
import { useSnapshots } from "../../api/snapshot.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";
import { objectKey, openHref } from "../open-href.ts";
import { Section } from "../section.tsx";
import { SnapshotObject } from "../snapshot-object.tsx";
import { useListProblem } from "../use-problem.ts";
import { newestSnapshotOf } from "./newest-snapshot-of.ts";

const useStyles = makeStyles({
  from: { margin: 0, display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
});

type ConfigurationProps = { readonly tenantId: string; readonly object: InventoryObject };

/** What an object is set to, from the newest snapshot that holds it: the inventory keeps facts only. */
export function Configuration({ tenantId, object }: ConfigurationProps): ReactElement {
  const styles = useStyles();
  const words = useWords().object;
  const list = useSnapshots(tenantId, {});
  const snapshot = newestSnapshotOf(object, list.items);
  const all = `/tenants/${tenantId}/snapshots`;
  return (
    <Section title={words.configuration}>
      <PageStates
        hasData={list.first !== undefined}
        problem={useListProblem(list)}
        onTryAgain={list.tryAgain}
        isEmpty={snapshot === undefined}
        empty={
          <EmptyState title={words.noSnapshotTitle} action={<AppLink href={all}>{words.toSnapshots}</AppLink>}>
            {words.noSnapshot}
          </EmptyState>
        }
      >
        {snapshot && (
          <>
            <p className={styles.from}>
              <span>
                {words.from} <Time at={snapshot.sealedAt} />
              </span>
              <AppLink href={openHref(`${all}/${snapshot.id}`, {}, objectKey(object))}>{words.openThere}</AppLink>
            </p>
            <SnapshotObject tenantId={tenantId} snapshotId={snapshot.id} object={object} />
          </>
        )}
      </PageStates>
    </Section>
  );
}
