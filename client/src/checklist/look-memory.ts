import { type Memento, type QuickPickItem, window } from "vscode";
import { type Filter, filters, type Grouping, groupings, type Look } from "./checklist-tree.ts";
import { identity, rememberIdentity } from "./identity.ts";

const filterWords: Readonly<Record<Filter, readonly [label: string, detail: string]>> = {
  all: ["All gates", "Answered ones too"],
  open: ["Open gates", "Open or failed, due or not"],
  due: ["Due gates", "What must be answered at the stage of the release"],
  mine: ["My gates", "Open gates that you own, or whose document you own"],
};

const groupingWords: Readonly<Record<Grouping, readonly [label: string, detail: string]>> = {
  document: ["By document", "Documents, their phases, their gates"],
  phase: ["By phase", "Pre-release, release, post-release and rollback over all documents"],
  owner: ["By owner", "Who has what to do"],
};

const filterKey = "releaseDocs.checklist.filter";
const groupingKey = "releaseDocs.checklist.grouping";

/** How this workspace's checklist is looked at; kept from one session to the next. */
export class LookMemory {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  get look(): Look {
    const filter = this.#state.get<string>(filterKey);
    const grouping = this.#state.get<string>(groupingKey);
    return {
      filter: filters.find((name) => name === filter) ?? "all",
      grouping: groupings.find((name) => name === grouping) ?? "document",
      identity: identity(),
    };
  }

  /** What of it is not as usual; empty when all is shown by document. */
  get description(): string {
    const { filter, grouping } = this.look;
    const words = [
      filter === "all" ? "" : filterWords[filter][0],
      grouping === "document" ? "" : groupingWords[grouping][0].toLowerCase(),
    ];
    return words.filter((part) => part !== "").join(", ");
  }

  /** Asks which gates to show; false when nothing was chosen. */
  async chooseFilter(): Promise<boolean> {
    const filter = await choose("Release Checklist: show", filters, filterWords, this.look.filter);
    if (filter === undefined) return false;
    if (filter === "mine" && identity() === undefined && !(await askIdentity())) return false;
    await this.#state.update(filterKey, filter);
    return true;
  }

  /** Asks what the first level is; false when nothing was chosen. */
  async chooseGrouping(): Promise<boolean> {
    const grouping = await choose("Release Checklist: group", groupings, groupingWords, this.look.grouping);
    if (grouping === undefined) return false;
    await this.#state.update(groupingKey, grouping);
    return true;
  }
}

async function choose<Name extends string>(
  title: string,
  names: readonly Name[],
  words: Readonly<Record<Name, readonly [label: string, detail: string]>>,
  current: Name,
): Promise<Name | undefined> {
  const items = names.map((name): QuickPickItem & { readonly name: Name } => {
    const [label, detail] = words[name];
    return { name, label, detail, ...(name === current ? { description: "shown now" } : {}) };
  });
  return (await window.showQuickPick(items, { title, placeHolder: "Choose what the checklist shows" }))?.name;
}

async function askIdentity(): Promise<boolean> {
  const name = await window.showInputBox({
    title: "How are you named in release documents?",
    prompt: "As in an owner column; kept in your settings as releaseDocs.identity",
    placeHolder: "@alice",
    ignoreFocusOut: true,
  });
  if (name === undefined || name.trim() === "") return false;
  await rememberIdentity(name.trim());
  return true;
}
