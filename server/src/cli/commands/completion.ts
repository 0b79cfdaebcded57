import { shortName, templateKinds } from "../new/templates.ts";
import { globalOptions, type OptionDefinitions } from "../terminal/options.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Command } from "./command.ts";

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
    async run(given, { io, createService }) {
      const shell = shells.find((name) => name === given.positionals[0]);
      if (shell === undefined || given.positionals.length > 1) {
        throw new UsageError(`completion takes one of ${shells.join(", ")}: release-docs completion bash`);
      }
      const rules = createService({}).rules.map(({ id }) => id);
      const names = commands.map(({ name }) => name);
      const completed = [
        ...commands.map((command) => subcommand(command, rules)),
        { name: "completion", summary: "Print completion for your shell", words: [], operands: shells },
        { name: "help", summary: "Explain a command", words: [], operands: names },
      ];
      io.stdout.write({ bash, zsh, fish }[shell](completed));
      return 0;
    },
  };
}

interface Word {
  readonly option: string;
  readonly takes: "nothing" | "file" | readonly string[];
  readonly description: string;
}

interface Subcommand {
  readonly name: string;
  readonly summary: string;
  readonly words: readonly Word[];
  /** What may follow; files where there are none, and beside the rules. */
  readonly operands: readonly string[];
}

function subcommand({ name, summary, options }: Command, rules: readonly string[]): Subcommand {
  const definitions: OptionDefinitions = { ...options, ...globalOptions };
  const words = Object.entries(definitions).map(([option, { type, choices, description }]): Word => {
    const values = option === "kind" ? templateKinds : choices;
    return { option: `--${option}`, takes: type === "flag" ? "nothing" : (values ?? "file"), description };
  });
  const operands = name === "new" ? templateKinds.map(shortName) : name === "explain" ? rules : [];
  return { name, summary, words, operands };
}

function bash(commands: readonly Subcommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const words = commands.map(
    ({ name, words, operands }) =>
      `    ${name}) options="${words.map(({ option }) => option).join(" ")}" operands="${operands.join(" ")}" ;;`,
  );
  const values = commands.flatMap(({ name, words }) =>
    words.flatMap(({ option, takes }) =>
      takes === "nothing"
        ? []
        : [`    "${name} ${option}") options="" operands="${takes === "file" ? "" : takes.join(" ")}" ;;`],
    ),
  );
  return `# bash completion for release-docs; where no word fits, the shell completes files
_release_docs() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local options="--help --version" operands="${names}"
  # --option=value comes as three words
  if [ "$word" = "=" ]; then word=""; elif [ "$previous" = "=" ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$COMP_CWORD" -gt 1 ]; then
    options="" operands=""
    case "$command" in
${words.join("\n")}
    esac
    case "$command $previous" in
${values.join("\n")}
    esac
  fi
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$operands" -- "$word")) ;;
  esac
}
complete -o default -F _release_docs release-docs
`;
}

function zsh(commands: readonly Subcommand[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(({ name, words, operands }) => {
    const specs = words.map(({ option, takes, description }) => {
      const value = takes === "nothing" ? "" : takes === "file" ? ":value:_files" : `:value:(${takes.join(" ")})`;
      return `'*${option}[${quoted(description).replace(/[[\]:]/g, "\\$&")}]${value}'`;
    });
    const first = operands.length > 0 ? [`'1:word: _release_docs_words ${operands.join(" ")}'`] : [];
    return `    ${name}) _arguments ${[...specs, ...first].join(" ")} '*:file:_files' ;;`;
  });
  return `#compdef release-docs
_release_docs_words() {
  compadd -- "$@" || _files
}
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

function fish(commands: readonly Subcommand[]): string {
  const lines = commands.flatMap(({ name, summary, words, operands }) => {
    const seen = `__fish_seen_subcommand_from ${name}`;
    const files = name === "explain" ? "" : "-f ";
    return [
      `complete -c release-docs -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
      ...(operands.length > 0 ? [`complete -c release-docs -n '${seen}' ${files}-a '${operands.join(" ")}'`] : []),
      ...words.map(({ option, takes, description }) => {
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
