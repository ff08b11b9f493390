import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { BracesRegular } from "@fluentui/react-icons/svg/braces";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { type ReactElement, useContext, useState } from "react";
import { type ComparedId, type ObjectComparison, type TwoSides, useComparedObject } from "../../api/comparison.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { objectHref } from "../open-href.ts";
import { useProblem } from "../use-problem.ts";
import { changeId } from "./change-id.ts";
import { changesInOrder, ObjectChanges } from "./object-changes.tsx";
import { ObjectJson } from "./object-json.tsx";
import { ObjectNote } from "./object-note.tsx";
import { useChangeKeys } from "./use-change-keys.ts";
import { useMarkdownCommand } from "./use-markdown-command.tsx";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

export type ObjectDiffProps = {
  readonly sides: TwoSides;
  readonly object: ComparedId;
  /** The address of this page with the object open. */
  readonly href: string;
  readonly isViewed: boolean;
  readonly onViewed: () => void;
  /** Opens the neighbour of this object in the list at its first or last change. */
  readonly onStep: (step: 1 | -1, anchor: "first" | "last") => void;
};

/** All that differs in one object, change by change. */
export function ObjectDiff(props: ObjectDiffProps): ReactElement {
  const { sides, object } = props;
  const query = useComparedObject(sides, object);
  const { data } = query;
  return (
    <PageStates hasData={data !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
      {data && <Loaded {...props} answer={data} />}
    </PageStates>
  );
}

function Loaded({ answer, ...props }: ObjectDiffProps & { readonly answer: ObjectComparison }): ReactElement {
  const { sides, object, href, isViewed, onViewed, onStep } = props;
  const styles = useStyles();
  const { object: words } = useWords().compare;
  const navigate = useContext(NavigateContext);
  const [showsJson, setShowsJson] = useState(false);
  const changes = changesInOrder(answer.changes);
  const steps = useChangeKeys(changes.map(changeId), onStep);
  const markdown = useMarkdownCommand(sides, object);
  const json = showsJson ? words.hideJson : words.json;
  const openObject = (): void => navigate?.(objectHref(sides.left.tenantId, object));
  return (
    <>
      <div className={styles.bar}>
        <Checkbox label={words.viewed} checked={isViewed} onChange={onViewed} />
        <Button icon={<ArrowUpRegular />} size="small" aria-keyshortcuts="p" onClick={steps.previous}>
          {words.previous} (p)
        </Button>
        <Button icon={<ArrowDownRegular />} size="small" aria-keyshortcuts="n" onClick={steps.next}>
          {words.next} (n)
        </Button>
      </div>
      <CommandBar
        commands={[
          markdown,
          { id: "json", text: json, icon: <BracesRegular />, onRun: () => setShowsJson(!showsJson) },
          { id: "open", text: words.open, icon: <OpenRegular />, onRun: openObject },
        ]}
      />
      <ObjectNote row={answer.object} hasChanges={changes.length > 0} />
      {showsJson && <ObjectJson sides={sides} object={object} row={answer.object} />}
      <ObjectChanges name={answer.object.name} changes={changes} current={steps.current} href={href} />
    </>
  );
}
