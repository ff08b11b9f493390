import { Button } from "@fluentui/react-components";
import { DocumentSearchRegular } from "@fluentui/react-icons/svg/document-search";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import { EmptyState } from "../parts/empty-state.tsx";
import { PageHeader } from "../parts/page-header.tsx";
import { useWords } from "../words/use-words.ts";

/** An address that leads nowhere in this version. */
export function NoSuchPage(): ReactElement {
  const { pageNotFound, pageNotFoundHelp } = useWords().frame;
  return (
    <>
      <PageHeader page="no such page" title={pageNotFound} />
      <EmptyState sign={<DocumentSearchRegular />} title={pageNotFoundHelp} />
    </>
  );
}

/** A page that threw, or whose chunk is not there any more because a newer version is deployed: loading anew helps both. */
export function BrokenPage(): ReactElement {
  const { pageBroken, pageBrokenHelp, reload } = useWords().frame;
  return (
    <>
      <PageHeader page="broken page" title={pageBroken} />
      <EmptyState
        sign={<WarningRegular />}
        title={pageBrokenHelp}
        action={
          <Button appearance="primary" onClick={() => location.reload()}>
            {reload}
          </Button>
        }
      />
    </>
  );
}
