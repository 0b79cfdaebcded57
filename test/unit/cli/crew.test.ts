import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Setup } from "../../../server/src/cli/judge/batch.ts";
import { Crew } from "../../../server/src/cli/judge/crew.ts";
import type { Input } from "../../../server/src/cli/judge/input.ts";
import type { Judged } from "../../../server/src/cli/judge/judge-one.ts";
import type { Work } from "../../../server/src/cli/judge/work.ts";
import { UsageError } from "../../../server/src/cli/terminal/usage-error.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

const setup: Setup = { settings: {}, options: {}, work: "say", cwd: "/", today: "2026-12-01" };
const work: Work<string> = {
  name: "say",
  tell: ({ text }) => text,
  accepts: (value): value is string => typeof value === "string",
};
const inputs = (...texts: readonly string[]): readonly Input[] =>
  texts.map((text) => ({ path: `${text}.md`, uri: `file:///${text}.md`, text }));

let folder: TemporaryFolder;
let crew: Crew | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await crew?.dismiss();
  crew = undefined;
  folder.remove();
});

/** A crew of two that answers each input by this function body. */
function crewThat(body: string): Crew {
  folder.write({ "judge.cjs": `exports.judge = async ({ setup, inputs }) => inputs.map((input) => { ${body} });` });
  crew = new Crew(join(folder.path, "judge.cjs"), 2, setup);
  return crew;
}

const told = (answers: readonly (Judged<string> | Error)[]): readonly unknown[] =>
  answers.map((answer) => (answer instanceof Error ? `${answer.constructor.name}: ${answer.message}` : answer.told));

describe("a crew", () => {
  it("answers each input in its place, however many batches there are at once", async () => {
    const it = crewThat("return { judged: { told: setup.today + ' ' + input.text } };");
    const batches = Array.from({ length: 20 }, (_, index) => inputs(`a${index}`, `b${index}`));
    const answers = await Promise.all(batches.map((batch) => it.judge(batch, work)));
    expect(answers.map(told)).toEqual(batches.map((_, at) => [`2026-12-01 a${at}`, `2026-12-01 b${at}`]));
  });

  it("says of each input why it failed, with the kind of error and where it was thrown", async () => {
    const it = crewThat(`return input.text === "odd"
      ? { judged: { told: 7 } }
      : { failure: { message: input.text, usage: input.text === "usage", stack: "there" } };`);
    const answers = await it.judge(inputs("usage", "defect", "odd"), work);
    expect(told(answers)).toEqual(["UsageError: usage", "Error: defect", "Error: a thread answered something else"]);
    expect(answers[0]).toBeInstanceOf(UsageError);
    expect(answers[1]).toHaveProperty("stack", "there");
  });

  it("fails what a thread had to do when it ends", async () => {
    const it = crewThat("if (input.text === 'end') process.exit(3); return { judged: { told: input.text } };");
    await expect(it.judge(inputs("end"), work)).rejects.toThrow("a thread ended: worker exited with code: 3");
    expect(told(await it.judge(inputs("next"), work))).toEqual(["next"]);
  });

  it("fails when its threads cannot start, for what was asked and for what is asked later", async () => {
    folder.write({ "judge.cjs": "throw new Error('not today');" });
    crew = new Crew(join(folder.path, "judge.cjs"), 2, setup);
    const judging = Array.from({ length: 9 }, (_, index) => crew?.judge(inputs(String(index)), work));
    const reasons = (await Promise.allSettled(judging)).map((it) =>
      it.status === "rejected" ? it.reason.message : it,
    );
    for (const reason of reasons) expect(reason).toMatch(/^a thread ended: /);
    await expect(crew.judge(inputs("late"), work)).rejects.toThrow(/^a thread ended: /);
  });
});
