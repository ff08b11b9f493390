import type { ReactElement } from "react";
import { useSnapshotObject } from "../api/snapshot.ts";
import type { Json } from "../parts/json-rows.ts";
import { JsonTree } from "../parts/json-tree.tsx";
import { PageStates } from "../parts/page-states.tsx";
import { useWords } from "../words/use-words.ts";
import { Assignments } from "./assignments.tsx";
import { secretPointers } from "./secret-pointers.ts";
import { useObjectTypes } from "./use-object-types.ts";
import { useProblem } from "./use-problem.ts";

type SnapshotObjectProps = {
  readonly tenantId: string;
  readonly snapshotId: string;
  readonly object: { readonly type: string; readonly id: string };
};

/** The content of an object as a snapshot holds it; what is damaged is said, and concerns this object alone. */
export function SnapshotObject({ tenantId, snapshotId, object }: SnapshotObjectProps): ReactElement {
  const { entry } = useWords().snapshot;
  const query = useSnapshotObject(tenantId, snapshotId, object.type, object.id);
  const { find, isKnown } = useObjectTypes(tenantId);
  // What JSON.parse gave. Shown only when it is known which of its values are secrets.
  const data = isKnown ? (query.data as Json | undefined) : undefined;
  const secrets = data === undefined ? undefined : secretPointers(data, find(object.type)?.secrets ?? []);
  return (
    <PageStates hasData={data !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
      {data !== undefined && secrets && (
        <>
          <Assignments tenantId={tenantId} content={data} />
          {/* Another object begins with its own tree. */}
          <JsonTree
            key={`${snapshotId}/${object.type}/${object.id}`}
            value={data}
            secrets={secrets}
            label={entry.json}
          />
        </>
      )}
    </PageStates>
  );
}
