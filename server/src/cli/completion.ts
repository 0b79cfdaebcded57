import type { Command } from "./command.ts";
import { globalOptions, type OptionDefinitions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

const shells = ["bash", "zsh", "fish"] as const;

/** `release-docs completion`: what a shell must know to complete the command. `commands` are those it completes. */
export function completionOf(commands: readonly Command[]): Command {
  return {
    name: "completion",
    summary: "Print completion for your shell",
    operands: `<${shells.join(" | ")}>`,
    examples: [
      ["source <(release-docs completion bash)", "For this session; put it into ~/.bashrc for all"],
      ["release-docs completion zsh > ~/.zfunc/_release-docs", "With ~/.zfunc in $fpath"],
      ["release-docs completion fish > ~/.config/fish/completions/release-docs.fish", ""],
    ],
    options: {},
    notes: [],
    async run(given, { io }) {
      const shell = shells.find((name) => name === given.positionals[0]);
      if (shell === undefined || given.positionals.length > 1) {
        throw new UsageError(`completion takes one of ${shells.join(", ")}: release-docs completion bash`);
      }
      io.stdout.write({ bash, zsh, fish }[shell](commands));
      return 0;
    },
  };
}

interface Word {
  readonly option: string;
  readonly takes: "nothing" | "file" | readonly string[];
  readonly description: string;
}

function wordsOf({ options }: Command): readonly Word[] {
  const definitions: OptionDefinitions = { ...options, ...globalOptions };
  return Object.entries(definitions).map(([name, { type, choices, description }]) => ({
    option: `--${name}`,
    takes: type === "flag" ? "nothing" : (choices ?? "file"),
    description,
  }));
}

function bash(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const options = commands.map(
    (command) =>
      `    ${command.name}) options="${wordsOf(command)
        .map(({ option }) => option)
        .join(" ")}" ;;`,
  );
  const values = commands.flatMap((command) =>
    wordsOf(command).flatMap(({ option, takes }) =>
      typeof takes === "string"
        ? []
        : [`    "${command.name} ${option}") COMPREPLY=($(compgen -W "${takes.join(" ")}" -- "$word")); return ;;`],
    ),
  );
  return `# bash completion for release-docs
_release_docs() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} --help --version" -- "$word"))
    return
  fi
  case "$command $previous" in
${values.join("\n")}
  esac
  case "$command" in
${options.join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _release_docs release-docs
`;
}

function zsh(commands: readonly Command[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map((command) => {
    const specs = wordsOf(command).map(({ option, takes, description }) => {
      const value = takes === "nothing" ? "" : takes === "file" ? ":value:_files" : `:value:(${takes.join(" ")})`;
      return `'*${option}[${quoted(description).replace(/[[\]:]/g, "\\$&")}]${value}'`;
    });
    return `    ${command.name}) _arguments ${specs.join(" ")} '*:file:_files' ;;`;
  });
  return `#compdef release-docs
_release_docs() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
_release_docs "$@"
`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => {
    const seen = `__fish_seen_subcommand_from ${command.name}`;
    return [
      `complete -c release-docs -n __fish_use_subcommand -f -a ${command.name} -d '${quoted(command.summary)}'`,
      ...wordsOf(command).map(({ option, takes, description }) => {
        const value = takes === "nothing" ? "" : takes === "file" ? " -r" : ` -x -a '${takes.join(" ")}'`;
        return `complete -c release-docs -n '${seen}' -l ${option.slice(2)}${value} -d '${quoted(description)}'`;
      }),
    ];
  });
  return `# fish completion for release-docs\n${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  return text.replaceAll("'", "’");
}
