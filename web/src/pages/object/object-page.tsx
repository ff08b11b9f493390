import { makeStyles, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useInventoryObject } from "../../api/inventory.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { AboutType } from "../about-type.tsx";
import { ObjectFacts } from "../object-facts.tsx";
import { ObjectState } from "../object-state.tsx";
import { objectHref } from "../open-href.ts";
import { Section } from "../section.tsx";
import { useObjectTypes } from "../use-object-types.ts";
import { useProblem } from "../use-problem.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { Configuration } from "./configuration.tsx";

const route = getRouteApi("/tenants/$tenantId/inventory/$type/$objectId");

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  two: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL}`,
    alignItems: "start",
    "@media (max-width: 1000px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  facts: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, minWidth: 0 },
});

/** One object of the inventory: its facts, and its configuration as a snapshot holds it. */
export function ObjectPage(): ReactElement {
  const { tenantId, type, objectId } = route.useParams();
  const { object: words, inventory } = useWords();
  const styles = useStyles();
  const { nameOf, find } = useObjectTypes(tenantId);
  const query = useInventoryObject(tenantId, type, objectId);
  const { data: object } = query;
  const crumbs = useTenantCrumbs(tenantId, [{ text: inventory.title, href: `/tenants/${tenantId}/inventory` }]);
  const address = new URL(objectHref(tenantId, { type, id: objectId }), location.origin).href;
  return (
    <div className={styles.page}>
      <PageHeader
        page={`object ${type}/${objectId}`}
        title={object?.name ?? words.title}
        crumbs={crumbs}
        beside={object && <ObjectState object={object} />}
        lead={
          <>
            {nameOf(type)} <CopyButton text={address} thing={words.copyLink} withWord />
          </>
        }
      />
      <PageStates hasData={object !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
        {object && (
          <div className={styles.two}>
            <div className={styles.facts}>
              <Section title={words.facts}>
                <ObjectFacts object={object} typeName={nameOf(type)} />
              </Section>
              <AboutType type={find(type)} />
            </div>
            <Configuration tenantId={tenantId} object={object} />
          </div>
        )}
      </PageStates>
    </div>
  );
}
