import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useContext } from "react";
import { DeployedContext } from "../../api/deployed.ts";
import { FactsList } from "../../parts/facts-list.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { useWords } from "../../words/use-words.ts";
import { useIsPlatform } from "../use-rights.ts";
import { PackageList } from "./package-list.tsx";
import { PlatformHealth } from "./platform-health.tsx";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, maxWidth: "900px" },
});

/** Version, health of the platform for who may see it, licences. */
export function AboutPage(): ReactElement {
  const styles = useStyles();
  const words = useWords().about;
  const { version } = useContext(DeployedContext);
  const isPlatform = useIsPlatform();
  return (
    <div className={styles.page}>
      <PageHeader page="about" title={words.title} lead={words.lead} />
      <FactsList facts={[{ term: words.version, value: version }]} />
      {isPlatform && <PlatformHealth />}
      <PackageList />
    </div>
  );
}
