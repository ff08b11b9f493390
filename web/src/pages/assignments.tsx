import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useGroupNames } from "../api/group.ts";
import type { Group } from "../api/operations.ts";
import { AppLink } from "../parts/app-link.tsx";
import type { Json } from "../parts/json-rows.ts";
import { Time } from "../parts/time.tsx";
import { useWords } from "../words/use-words.ts";
import { type ReadAssignment, readAssignments } from "./read-assignments.ts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", display: "flex", flexDirection: "column", rowGap: "4px" },
  line: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  age: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  whole: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    minWidth: 0,
  },
});

type AssignmentsProps = { readonly tenantId: string; readonly content: Json };

/** Whom an object concerns, with the names of groups and how old those are; nothing where its content has no assignments. */
export function Assignments({ tenantId, content }: AssignmentsProps): ReactElement | null {
  const styles = useStyles();
  const { assignments: words } = useWords().object;
  const read = readAssignments(content);
  const { data } = useGroupNames(tenantId, read?.flatMap(({ groupId }) => groupId ?? []) ?? []);
  if (!read) return null;
  const groups = new Map(data?.items.map((group) => [group.id.toLowerCase(), group]));
  return (
    <div className={styles.whole}>
      <h3 className={styles.heading}>{words.title}</h3>
      {read.length === 0 && <p className={styles.age}>{words.none}</p>}
      <ul className={styles.list}>
        {read.map((each) => (
          <li key={each.id} className={styles.line}>
            <span className={styles.quiet}>{words.modes[each.mode]}</span>
            <Target
              tenantId={tenantId}
              assignment={each}
              group={groups.get(each.groupId?.toLowerCase() ?? "")}
              isAsked={data !== undefined}
            />
            {each.hasFilter && <span className={styles.quiet}>{words.filtered}</span>}
          </li>
        ))}
      </ul>
      {data && (
        <p className={styles.age}>
          {data.asOf ? (
            <>
              {words.asOf} <Time at={data.asOf} />
            </>
          ) : (
            words.neverRead
          )}
        </p>
      )}
    </div>
  );
}

type TargetProps = {
  readonly tenantId: string;
  readonly assignment: ReadAssignment;
  readonly group: Group | undefined;
  /** Whether the names are there. */
  readonly isAsked: boolean;
};

function Target({ tenantId, assignment: { target, groupId }, group, isAsked }: TargetProps): ReactElement {
  const styles = useStyles();
  const { assignments: words } = useWords().object;
  if (groupId === undefined || target !== "group") return <span>{words.targets[target]}</span>;
  if (!group) {
    const said = isAsked ? words.unknown : words.targets.group;
    return (
      <span>
        {said} <span className={styles.quiet}>{groupId}</span>
      </span>
    );
  }
  return (
    <span title={groupId}>
      <AppLink href={`/tenants/${tenantId}/assignments?groupId=${groupId}`}>{group.name}</AppLink>{" "}
      {group.deletedAt !== null && <span className={styles.quiet}>({words.deleted})</span>}
    </span>
  );
}
