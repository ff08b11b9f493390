import { makeStyles, tokens } from "@fluentui/react-components";

const cell = {
  display: "flex",
  alignItems: "center",
  minWidth: 0,
  paddingLeft: tokens.spacingHorizontalS,
  paddingRight: tokens.spacingHorizontalS,
} as const;

const clipped = {
  display: "block",
  minWidth: 0,
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;

export const useListStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0 },
  scroller: {
    position: "relative",
    overflowX: "hidden",
    overflowY: "auto",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Never the height of all rows, whatever surrounds it: else every row would be in the page.
  page: { maxHeight: "max(280px, calc(100dvh - 300px))" },
  section: { maxHeight: "360px" },
  row: { display: "grid", alignItems: "stretch", boxSizing: "border-box", width: "100%" },
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  body: { position: "relative" },
  virtual: {
    position: "absolute",
    top: 0,
    left: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  chosen: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    "@media (forced-colors: active)": { outline: "1px solid Highlight", outlineOffset: "-1px" },
  },
  cell,
  checkbox: { ...cell, paddingLeft: tokens.spacingHorizontalXS, paddingRight: 0 },
  end: { justifyContent: "flex-end", textAlign: "end", fontVariantNumeric: "tabular-nums" },
  clipped,
  // Room for the outline of the focus, which clipping would cut off.
  link: {
    ...clipped,
    padding: "2px 3px",
    margin: "0 -3px",
    lineHeight: "20px",
    minHeight: "24px",
    boxSizing: "border-box",
  },
  footer: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "32px",
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});
