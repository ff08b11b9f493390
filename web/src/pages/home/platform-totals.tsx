import { MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { OverviewPage } from "../../api/overview.ts";
import { usePlatformFacts } from "../../api/platform.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CountLink } from "../../parts/count-link.tsx";
import { formatNumber } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { NumberTiles } from "../number-tiles.tsx";

/** What all tenants come to, what their work does, and whether the platform itself needs somebody (S10). */
export function PlatformTotals({ totals }: { readonly totals: OverviewPage["totals"] | undefined }): ReactElement {
  const { language, words } = useSpoken();
  const { tiles, alarms, seeAbout } = words.home;
  const { data: facts } = usePlatformFacts();
  const number = (value: number): string => formatNumber(language, value);
  const link = (count: number, href: string, label: string) => ({
    label,
    value: <CountLink count={count} href={href} label={label} />,
  });
  return (
    <>
      {facts?.state === "alarm" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{alarms(facts.alarms.length)}</MessageBarBody>
          <MessageBarActions>
            <AppLink href="/about">{seeAbout}</AppLink>
          </MessageBarActions>
        </MessageBar>
      )}
      <NumberTiles
        tiles={[
          ...(totals
            ? [
                link(totals.brokenPromises, "/tenants?promise=broken", tiles.broken),
                link(totals.attention, "/tenants?state=attention", tiles.attention),
                link(totals.tenants, "/tenants", tiles.tenants),
                { label: tiles.paused, value: number(totals.paused) },
              ]
            : []),
          ...(facts
            ? [
                { label: tiles.queued, value: number(facts.runs.queued) },
                { label: tiles.running, value: number(facts.runs.running) },
                { label: tiles.waiting, value: number(facts.runs.waiting) },
              ]
            : []),
        ]}
      />
    </>
  );
}
