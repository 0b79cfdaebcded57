import { type Memento, Uri, window } from "vscode";
import type { AnswerGateParams, ChecklistGate } from "../../../server/src/lsp/protocol.ts";
import { labelText, noticeText } from "../plain-text.ts";
import type { GateEditor } from "../preview/gate-editor.ts";
import { readOnlyReason } from "../preview/read-only-reason.ts";
import type { GateNode } from "./checklist-node.ts";
import type { ChecklistProvider } from "./checklist-provider.ts";
import type { ChecklistStore } from "./checklist-store.ts";
import { identity } from "./identity.ts";
import { localDate } from "./local-date.ts";

export interface AnswerHost {
  readonly gates: GateEditor;
  readonly provider: ChecklistProvider;
  readonly store: ChecklistStore;
  /** Remembers who answered last. */
  readonly memory: Memento;
}

type Answer = Omit<AnswerGateParams, "uri" | "gate">;

const lastPerson = "releaseDocs.lastPerson";

/** What a person can say of a gate in the checklist. Each answer is an edit of the source, made by the server's word. */
export class GateAnswers {
  readonly #host: AnswerHost;

  constructor(host: AnswerHost) {
    this.#host = host;
  }

  /** The box of a gate was clicked. */
  async toggle(id: string, checked: boolean): Promise<void> {
    const node = this.#gate(id);
    if (node === undefined) return;
    const option = checked ? await chooseOption(node.gate) : undefined;
    if (option === "none") this.#host.provider.reset(id);
    else await this.#answer(node, { state: checked ? "checked" : "open", ...(option === undefined ? {} : { option }) });
  }

  /** Checks a gate, with the name of who did and today's date. */
  async signOff(id: string | undefined): Promise<void> {
    const node = this.#chosen(id);
    const by = node && (await this.#askPerson("Record Sign-Off", node.gate));
    if (node !== undefined && by !== undefined) await this.#answer(node, { state: "checked", by, when: localDate() });
  }

  async waive(id: string | undefined): Promise<void> {
    const node = this.#chosen(id);
    const reason = node && (await askReason("Waive Gate", node.gate, "Why is it safe to go on without it?"));
    const by = node && reason && (await this.#askPerson("Waive Gate", node.gate));
    if (node !== undefined && reason !== undefined && by !== undefined) {
      await this.#answer(node, { state: "waived", by, reason, when: localDate() });
    }
  }

  async notApplicable(id: string | undefined): Promise<void> {
    const node = this.#chosen(id);
    const reason = node && (await askReason("Mark Gate as Not Applicable", node.gate, "Why does it not apply?"));
    if (node !== undefined && reason !== undefined) await this.#answer(node, { state: "notApplicable", reason });
  }

  async fail(id: string | undefined): Promise<void> {
    const node = this.#chosen(id);
    if (node !== undefined) await this.#answer(node, { state: "failed" });
  }

  async reopen(id: string | undefined): Promise<void> {
    const node = this.#chosen(id);
    if (node !== undefined) await this.#answer(node, { state: "open" });
  }

  async #answer({ id, document: { uri }, gate }: GateNode, answer: Answer): Promise<void> {
    const { gates, provider, store } = this.#host;
    try {
      const outcome = await gates.answer({ uri, gate: gate.id, ...answer });
      if (outcome === "done") store.touch(uri);
      else provider.reset(id);
    } catch (error) {
      provider.reset(id);
      const why = error instanceof Error ? error.message : String(error);
      window.showErrorMessage(`The gate was not answered: ${noticeText(why)}`);
    }
  }

  #gate(id: string): GateNode | undefined {
    const node = this.#host.provider.node(id);
    return node?.is === "gate" ? node : undefined;
  }

  #chosen(id: string | undefined): GateNode | undefined {
    const node = id === undefined ? undefined : this.#gate(id);
    if (node === undefined) {
      window.showInformationMessage("Select a gate in the Release Checklist first.");
      return undefined;
    }
    const reason = readOnlyReason(Uri.parse(node.document.uri));
    if (reason === undefined) return node;
    window.showWarningMessage(reason);
    return undefined;
  }

  async #askPerson(title: string, { text, owner }: ChecklistGate): Promise<string | undefined> {
    const { memory } = this.#host;
    const name = await window.showInputBox({
      title: `${title}: ${text}`,
      prompt: "By whom, as you are named in release documents",
      value: identity() ?? memory.get<string>(lastPerson) ?? owner ?? "",
      ignoreFocusOut: true,
      validateInput: required("A name is needed"),
    });
    if (name === undefined) return undefined;
    await memory.update(lastPerson, name.trim());
    return name.trim();
  }
}

async function askReason(title: string, { text }: ChecklistGate, prompt: string): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title: `${title}: ${text}`,
    prompt,
    ignoreFocusOut: true,
    validateInput: required("A reason is needed"),
  });
  return reason?.trim();
}

/** Which box of a choice is ticked; `undefined` for gates that are none, `none` when nothing was chosen. */
async function chooseOption({ text, options }: ChecklistGate): Promise<number | undefined | "none"> {
  if (options === undefined || options.length < 2) return undefined;
  const items = options.map((words, option) => ({
    label: words === "" ? `Box ${option + 1}` : labelText(words),
    option,
  }));
  const chosen = await window.showQuickPick(items, { title: text, placeHolder: "Choose the answer" });
  return chosen?.option ?? "none";
}

const required =
  (message: string) =>
  (value: string): string | undefined =>
    value.trim() === "" ? message : undefined;
