import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleRegular } from "@fluentui/react-icons/svg/dismiss-circle";
import type { ReactElement } from "react";
import type { Readiness } from "../../api/operations.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Words } from "../../words/words.ts";
import { codeWords } from "../code-words.ts";
import { PermissionList } from "../permission-list.tsx";
import { Section } from "../section.tsx";

type Application = Readiness["applications"][number];

type ApplicationSectionProps = { readonly application: Application };

/** Whether an administrator of the tenant consented to an application, and to which permissions. */
export function ApplicationSection({ application }: ApplicationSectionProps): ReactElement {
  const words = useWords();
  const { applications } = words.readiness;
  const { kind, consented, granted, missing, excess } = application;
  const title = applications[kind];
  const hasPermissions = granted.length + missing.length + excess.length > 0;
  return (
    <Section title={title} beside={<Consent isGiven={consented} />}>
      {!consented && <div>{whyNot(application, words)}</div>}
      {consented && !hasPermissions && <div>{applications.noPermissions}</div>}
      {hasPermissions && <PermissionList label={title} application={application} />}
    </Section>
  );
}

function Consent({ isGiven }: { readonly isGiven: boolean }): ReactElement {
  const { consented, notConsented } = useWords().readiness.applications;
  if (isGiven) return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={consented} />;
  return <StatusMark tone="bad" sign={<DismissCircleRegular />} word={notConsented} />;
}

function whyNot({ kind, code }: Application, words: Words): string {
  const { notSetUp, writeLater } = words.readiness.applications;
  const { title, help } = code === null ? { title: notSetUp, help: undefined } : codeWords(code, words);
  const said = [code === null ? title : `${title}.`, help, kind === "write" ? writeLater : undefined];
  return said.filter((each) => each !== undefined).join(" ");
}
