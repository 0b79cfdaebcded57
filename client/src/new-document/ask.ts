import { type Disposable, QuickInputButtons, window } from "vscode";

/** One question of several, answered by a line of text. */
export interface Question {
  readonly name: string;
  readonly prompt: string;
  readonly placeholder?: string;
  /** What it begins with; asked for when the question is, since it may rest on the answers before. */
  value(answers: ReadonlyMap<string, string>): string | Promise<string>;
  /** What is wrong with an answer; `undefined` when nothing is. */
  check?(value: string): string | undefined | Promise<string | undefined>;
}

type Step = { readonly is: "answer"; readonly value: string } | { readonly is: "back" } | { readonly is: "end" };

/**
 * Asks one question after the other, with a way back. `back` when the person went back from the first one, `undefined` when they
 * gave up.
 */
export async function ask(
  title: string,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, string> | "back" | undefined> {
  const answers = new Map<string, string>();
  let at = 0;
  for (let question = questions[at]; question !== undefined; question = questions[at]) {
    const step = await askOne(title, question, { at: at + 1, of: questions.length }, answers);
    if (step.is === "end") return undefined;
    if (step.is === "answer") answers.set(question.name, step.value.trim());
    at += step.is === "answer" ? 1 : -1;
    if (at < 0) return "back";
  }
  return answers;
}

async function askOne(
  title: string,
  question: Question,
  { at, of }: { readonly at: number; readonly of: number },
  answers: ReadonlyMap<string, string>,
): Promise<Step> {
  const value = answers.get(question.name) ?? (await question.value(answers));
  const input = window.createInputBox();
  Object.assign(input, {
    title,
    step: at,
    totalSteps: of,
    prompt: question.prompt,
    placeholder: question.placeholder ?? "",
    value,
    ignoreFocusOut: true,
    buttons: [QuickInputButtons.Back],
  });
  const listeners: Disposable[] = [input];
  try {
    return await new Promise<Step>((resolve, reject) => {
      const accept = async (): Promise<void> => {
        const problem = await question.check?.(input.value.trim());
        if (problem === undefined) resolve({ is: "answer", value: input.value });
        else input.validationMessage = problem;
      };
      listeners.push(
        input.onDidAccept(() => accept().catch(reject)),
        input.onDidChangeValue(() => {
          input.validationMessage = undefined;
        }),
        input.onDidTriggerButton(() => resolve({ is: "back" })),
        input.onDidHide(() => resolve({ is: "end" })),
      );
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}
