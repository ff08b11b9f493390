import type { ReactElement } from "react";
import { AppLink } from "../../parts/app-link.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { DetailsPane } from "../../parts/details-pane.tsx";
import { FactsList } from "../../parts/facts-list.tsx";
import { useWords } from "../../words/use-words.ts";
import { objectHref, objectKey } from "../open-href.ts";
import { SnapshotObject } from "../snapshot-object.tsx";

type EntryPaneProps = {
  readonly tenantId: string;
  readonly snapshotId: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly name: string | undefined;
  readonly typeName: (type: string) => string;
  readonly onClose: () => void;
};

/** An object as the snapshot holds it, beside the list of all. */
export function EntryPane({ tenantId, snapshotId, object, name, typeName, onClose }: EntryPaneProps): ReactElement {
  const { entry, objects } = useWords().snapshot;
  const href = objectHref(tenantId, object);
  return (
    <DetailsPane title={name ?? typeName(object.type)} subject={objectKey(object)} onClose={onClose}>
      <FactsList
        facts={[
          { term: objects.type, value: typeName(object.type) },
          {
            term: entry.id,
            value: (
              <>
                {object.id} <CopyButton text={object.id} thing={entry.id} />
              </>
            ),
          },
          { term: entry.inventory, value: <AppLink href={href}>{entry.openObject}</AppLink> },
        ]}
      />
      <SnapshotObject tenantId={tenantId} snapshotId={snapshotId} object={object} />
    </DetailsPane>
  );
}
