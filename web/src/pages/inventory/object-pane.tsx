import type { ReactElement } from "react";
import { useInventoryObject } from "../../api/inventory.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { DetailsPane } from "../../parts/details-pane.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { AboutType } from "../about-type.tsx";
import { ObjectFacts } from "../object-facts.tsx";
import { objectHref, objectKey } from "../open-href.ts";
import { useObjectTypes } from "../use-object-types.ts";
import { useProblem } from "../use-problem.ts";

type ObjectPaneProps = {
  readonly tenantId: string;
  readonly type: string;
  readonly objectId: string;
  readonly onClose: () => void;
};

/** An object of the inventory beside its list. */
export function ObjectPane({ tenantId, type, objectId, onClose }: ObjectPaneProps): ReactElement {
  const { details } = useWords().inventory;
  const { nameOf, find } = useObjectTypes(tenantId);
  const query = useInventoryObject(tenantId, type, objectId);
  const { data: object } = query;
  const href = objectHref(tenantId, { type, id: objectId });
  return (
    <DetailsPane title={object?.name ?? nameOf(type)} subject={objectKey({ type, id: objectId })} onClose={onClose}>
      <div>
        <AppLink href={href}>{details.openPage}</AppLink>{" "}
        <CopyButton text={new URL(href, location.origin).href} thing={details.copyLink} />
      </div>
      <PageStates hasData={object !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
        {object && <ObjectFacts object={object} typeName={nameOf(type)} />}
      </PageStates>
      <AboutType type={find(type)} />
    </DetailsPane>
  );
}
