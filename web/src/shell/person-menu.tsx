import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import type { ReactElement } from "react";
import { type Language, languages } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import type { Look } from "./look.ts";
import { usePerson } from "./person.ts";
import { usePreferences } from "./preferences.ts";

const looks: readonly Look[] = ["system", "light", "dark"];

/** The person at the right of the top bar: language, theme, sign out. */
export function PersonMenu(): ReactElement {
  const { name, signOut } = usePerson();
  const { person } = useWords().frame;
  const { look, language, chooseLook, chooseLanguage } = usePreferences();
  return (
    <Menu
      checkedValues={{ look: [look], language: [language] }}
      onCheckedValueChange={(_, { name: group, checkedItems: [value] }) => {
        const [nextLook, nextLanguage] = [
          looks.find((each) => each === value),
          languages.find((each) => each === value),
        ];
        if (group === "look" && nextLook) chooseLook(nextLook);
        if (group === "language" && nextLanguage) chooseLanguage(nextLanguage);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          aria-label={person.menu(name)}
          icon={<Avatar icon={<PersonRegular />} color="colorful" idForColor={name} size={28} aria-hidden />}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{name}</MenuGroupHeader>
          </MenuGroup>
          <Choices name="look" title={person.look} values={looks} textOf={(value) => person.looks[value]} />
          <Choices
            name="language"
            title={person.language}
            values={languages}
            textOf={(value) => person.languages[value]}
          />
          <MenuDivider />
          <MenuItem onClick={signOut}>{person.signOut}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

type ChoicesProps<Value extends Look | Language> = {
  readonly name: string;
  readonly title: string;
  readonly values: readonly Value[];
  readonly textOf: (value: Value) => string;
};

function Choices<Value extends Look | Language>({ name, title, values, textOf }: ChoicesProps<Value>): ReactElement {
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {values.map((value) => (
        <MenuItemRadio key={value} name={name} value={value} lang={name === "language" ? value : undefined}>
          {textOf(value)}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
