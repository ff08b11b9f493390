import type { ReactElement } from "react";
import { useSnapshotObject } from "../api/snapshot.ts";
import type { Json } from "../parts/json-rows.ts";
import { JsonTree } from "../parts/json-tree.tsx";
import { PageStates } from "../parts/page-states.tsx";
import { useWords } from "../words/use-words.ts";
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
  const { data } = query;
  return (
    <PageStates hasData={data !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
      {data !== undefined && (
        // Another object begins with its own tree. Its value is what JSON.parse gave.
        <JsonTree key={`${snapshotId}/${object.type}/${object.id}`} value={data as Json} label={entry.json} />
      )}
    </PageStates>
  );
}
