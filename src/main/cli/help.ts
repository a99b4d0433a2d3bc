import type { Argument, Command, Help, Option } from "commander";

/** A text of the help in the reader's language; a text that is not in the table stays English. */
export type HelpTable = Readonly<Record<string, string>>;

/**
 * A help text in another language. Values after ": ", such as a list of formats or branches, are names and stay as they
 * are.
 */
export function translateHelp(text: string, table: HelpTable): string {
  const whole = table[text];
  if (whole !== undefined) return whole;
  const [head = "", ...values] = text.split(": ");
  const translated = table[head];
  return translated === undefined ? text : [translated, ...values].join(": ");
}

/** Print the help of a program and of all commands in it in the language of the table. */
export function setHelpLanguage(program: Command, table: HelpTable): void {
  const t = (text: string): string => translateHelp(text, table);
  const facts = (item: Option | Argument): string[] => [
    ...(item.argChoices === undefined ? [] : [`${t("choices")}: ${item.argChoices.join(", ")}`]),
    ...(hasDefault(item) ? [`${t("default")}: ${t(item.defaultValueDescription ?? String(item.defaultValue))}`] : []),
    ...("envVar" in item && item.envVar !== undefined ? [`${t("env")}: ${item.envVar}`] : []),
  ];
  const describe = (item: Option | Argument): string => {
    const extra = facts(item);
    return [t(item.description), ...(extra.length === 0 ? [] : [`(${extra.join("; ")})`])].join(" ").trim();
  };
  const help: Partial<Help> = {
    showGlobalOptions: true,
    styleTitle: t,
    commandDescription: (command) => t(command.description()),
    subcommandDescription: (command) => t(command.summary() || command.description()),
    optionDescription: describe,
    argumentDescription: describe,
  };
  for (const command of [program, ...everyCommand(program)]) {
    command.configureHelp(help);
    command.helpOption("-h, --help", "show help");
    if (command.commands.length > 0) command.helpCommand("help [command]", "show help for a command");
  }
}

/** All texts that the help of a program shows, apart from names and values. */
export function helpTexts(program: Command): readonly string[] {
  const texts = [program, ...everyCommand(program)].flatMap((command) => [
    command.description(),
    ...[...command.options, ...command.registeredArguments].flatMap((item) => [
      item.description,
      item.defaultValueDescription ?? "",
    ]),
  ]);
  return [...new Set(texts)].filter((text) => text !== "");
}

/** A program's commands, and theirs. */
export function* everyCommand(command: Command): Generator<Command> {
  for (const child of command.commands) {
    yield child;
    yield* everyCommand(child);
  }
}

/** Switches are off and lists are empty unless given: that goes without saying. */
function hasDefault({ defaultValue }: Option | Argument): boolean {
  return !(defaultValue === undefined || typeof defaultValue === "boolean" || String(defaultValue) === "");
}
