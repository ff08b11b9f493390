import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import type { ReactElement } from "react";
import type { Readiness } from "../../api/operations.ts";
import { FactsList } from "../../parts/facts-list.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { formatList } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { codeWords } from "../code-words.ts";
import { ListSection } from "../list-section.tsx";
import { Section } from "../section.tsx";
import { useTypeNames } from "../use-type-names.ts";

type Found = { readonly readiness: Readiness };
type Presence = "yes" | "no" | "unknown";

/** Something is there, is not, or nobody could tell; that it is not there is a tenant's own choice. */
function PresenceMark({ is, word }: { readonly is: Presence; readonly word: string }): ReactElement {
  if (is === "yes") return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={word} />;
  if (is === "no") return <StatusMark tone="quiet" sign={<SubtractCircleRegular />} word={word} />;
  return <StatusMark tone="warning" sign={<QuestionCircleRegular />} word={word} />;
}

/** The licences that object types need, and which of them the tenant has. */
export function Licences({ readiness }: Found): ReactElement {
  const { language, words } = useSpoken();
  const { licences, columns } = words.readiness;
  const nameOf = useTypeNames();
  const served = (keys: readonly string[]): string =>
    formatList(
      language,
      keys.map(nameOf).toSorted((a, b) => a.localeCompare(b, language)),
    );
  const presenceOf = (present: boolean | null): Presence => (present === null ? "unknown" : present ? "yes" : "no");
  return (
    <ListSection
      title={licences.title}
      none={licences.none}
      rows={readiness.licences}
      keyOf={({ plan }) => plan}
      nameOf={({ plan }) => plan}
      columns={[
        { id: "plan", header: columns.licence, min: 160, share: 2, render: ({ plan }) => plan },
        {
          id: "present",
          header: columns.state,
          min: 110,
          render: ({ present }) => <PresenceMark is={presenceOf(present)} word={licences[presenceOf(present)]} />,
        },
        {
          id: "serves",
          header: columns.serves,
          min: 200,
          share: 4,
          dropsAt: 1,
          render: ({ serves }) => served(serves),
          title: ({ serves }) => served(serves),
        },
      ]}
    />
  );
}

const intuneAs: Readonly<Record<Readiness["intune"], Presence>> = { present: "yes", absent: "no", unknown: "unknown" };

/** Whether the tenant has Intune, and where a write in it waits for a second administrator. */
export function IntuneFacts({ readiness }: Found): ReactElement {
  const { words } = useSpoken();
  const { intune } = words.readiness;
  const isHidden = readiness.unknown.some(({ part }) => part === "approvalPolicies");
  const policies = readiness.approvalPolicies.map(({ name, covers }) => intune.covers(name, covers)).join(", ");
  return (
    <Section title={intune.title}>
      <FactsList
        facts={[
          {
            term: intune.service,
            value: <PresenceMark is={intuneAs[readiness.intune]} word={intune[readiness.intune]} />,
          },
          {
            term: intune.approval,
            value: isHidden ? <PresenceMark is="unknown" word={intune.unknown} /> : policies || intune.noApproval,
          },
        ]}
      />
    </Section>
  );
}

const sampleAs = { readable: "yes", not_licensed: "no", unknown: "unknown" } as const;

/** What came of one read of each kind of service. */
export function Samples({ readiness }: Found): ReactElement {
  const { words } = useSpoken();
  const { samples, columns } = words.readiness;
  const why = (code: string | null): string => (code === null ? "" : codeWords(code, words).title);
  return (
    <ListSection
      title={samples.title}
      none={samples.none}
      rows={readiness.samples}
      keyOf={({ group }) => group}
      nameOf={({ group }) => wordFor(words.terms.groups, group)}
      columns={[
        {
          id: "group",
          header: columns.group,
          min: 160,
          share: 2,
          render: ({ group }) => wordFor(words.terms.groups, group),
        },
        {
          id: "state",
          header: columns.state,
          min: 130,
          render: ({ state }) => <PresenceMark is={sampleAs[state]} word={samples[state]} />,
        },
        { id: "why", header: columns.why, min: 180, share: 4, dropsAt: 1, render: ({ code }) => why(code) },
      ]}
    />
  );
}
