import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { ErrorCodes, LSPErrorCodes } from "vscode-languageserver/node";
import * as protocol from "../../server/src/lsp/protocol.ts";
import { Request } from "../../server/src/lsp/typed-messages.ts";
import { createRandom } from "../fuzz/random.ts";
import { folder, TestClient } from "./client.ts";
import { everything, type Outcome, questions, RandomClient } from "./random-client.ts";

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const server = path("dist/server.js");
const example = (name: string): string => readFileSync(path(`examples/${name}`), "utf8");

/** `RANDOM_CLIENTS=200` makes a longer run of it; `RANDOM_CLIENT=7` runs that seed alone. */
const only = process.env.RANDOM_CLIENT;
const count = Number(process.env.RANDOM_CLIENTS ?? 20);
const seeds = only === undefined ? Array.from({ length: count }, (_, at) => at + 1) : [Number(only)];
const steps = 80;

const texts = new Map([
  [`${folder}/shop/release-manifest.yaml`, example("checkout-v2.2.0/release-manifest.yaml")],
  [`${folder}/shop/runbook.md`, example("checkout-v2.2.0/runbook.md")],
  [`${folder}/old/release-manifest.yaml`, example("checkout-v2.1.0/release-manifest.yaml")],
  [`${folder}/old/runbook.md`, example("checkout-v2.1.0/runbook.md")],
  [`${folder}/plan.md`, "---\nkind: ReleasePlan\n---\n# Release Plan: v2.2.0\n\n- [ ] Approved by [Name]\n"],
  [
    `${folder}/RELEASE_CHECKLIST.md`,
    "# Release Checklist\n\n## Before the release\n\n- [ ] Tests pass\n- [x] Tagged\n",
  ],
  [`${folder}/README.md`, "# Notes\n\nSee [the runbook](shop/runbook.md#rollback).\n\n- [ ] buy milk\n"],
  [`${folder}/values.yaml`, "replicas: 3\nimage: { tag: v1 }\n"],
  [`${folder}/.release-docs.yaml`, "rules: { placeholders/unfilled: warning }\n"],
  ["untitled:Untitled-1", "# Deployment Runbook\n\n1. Deploy\n"],
]);
/** Which of them are no files yet. */
const unstored = new Set([`${folder}/plan.md`, `${folder}/.release-docs.yaml`, "untitled:Untitled-1"]);

/** The answers that a request may have besides a result. */
const allowed = new Set<unknown>([
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.ServerCancelled,
]);
/** A name that cannot be given is refused. */
const isAnswered = ({ method, failure }: Outcome): boolean =>
  failure === undefined ||
  allowed.has(failure.code) ||
  (method === "textDocument/rename" && failure.code === ErrorCodes.InvalidParams);

/** What each seed took. */
const spent: { readonly pings: number; readonly total: number; readonly requests: number }[] = [];

describe("a random client that keeps to the protocol", () => {
  it("asks all that the server offers", async () => {
    const client = TestClient.overStdio(server);
    const { capabilities } = await client.initialize(everything);
    await client.stop();
    const provided = Object.keys(capabilities).filter((name) => name.endsWith("Provider"));
    const names = new Map([
      ["documentFormattingProvider", "formatting"],
      ["documentRangeFormattingProvider", "rangeFormatting"],
      ["workspaceSymbolProvider", "workspace/symbol"],
      ["executeCommandProvider", "workspace/executeCommand"],
    ]);
    const asked = Object.keys(questions);
    for (const provider of provided) {
      const name = names.get(provider) ?? provider.slice(0, -"Provider".length);
      expect(
        asked.some((method) => method.endsWith(name) || method.includes(`/${name}/`)),
        provider,
      ).toBe(true);
    }
    const files = ["root", "readFile", "fileExists", "fileStands", "findFiles"];
    const fromServer = new Set([...files, "assessment", "checklistsChanged"]);
    const ours = Object.entries(protocol)
      .filter(([name]) => name.endsWith("Request") && !fromServer.has(name.slice(0, -"Request".length)))
      .map(([, message]) => message instanceof Request && message.method);
    expect(ours.length).toBeGreaterThan(8);
    expect(asked).toEqual(expect.arrayContaining(ours));
  });

  it.concurrent.for(seeds)(
    "is answered, and the server is at rest when it is: seed %i",
    async (seed, { onTestFinished }) => {
      const client = TestClient.overStdio(server, true);
      // Also when the test has hung.
      onTestFinished(() => client.kill());
      spent.push(await run(client, seed));
    },
  );

  afterAll(() => {
    if (process.env.RANDOM_CLIENTS === undefined) return;
    const most = (figure: "pings" | "total"): number => Math.max(...spent.map((one) => one[figure]));
    const requests = spent.reduce((sum, one) => sum + one.requests, 0);
    const words = `most CPU: 50 pings ${most("pings")} ms, a run ${most("total")} ms`;
    console.log(`${spent.length} of ${seeds.length} seeds, ${requests} requests; ${words}`);
  });
});

/** CPU times in milliseconds: of 50 pings at the end, and of the whole run. */
async function run(client: TestClient, seed: number): Promise<{ pings: number; total: number; requests: number }> {
  for (const [uri, text] of texts) if (!unstored.has(uri)) client.files.set(uri, text);
  await client.initialize(everything);
  const person = new RandomClient(client, createRandom(seed), texts);
  const context = (): string => `seed ${seed} (RANDOM_CLIENT=${seed})\n${person.log.join("\n")}`;
  await person.run(steps);
  const outcomes = await person.finish();
  expect(
    outcomes.filter((outcome) => !isAnswered(outcome)),
    context(),
  ).toEqual([]);
  expect(client.errors, context()).toEqual([]);
  await atRest(client);
  const { asked } = client;
  const { cpu } = await client.probe();
  for (let ping = 0; ping < 50; ping++) await client.request(protocol.pingRequest, {});
  for (let time = 0; time < 20; time++) {
    const { pending } = await client.probe();
    expect(busy(pending), context()).toEqual([]);
  }
  const { cpu: after } = await client.probe();
  // A loop that turns would have been seen above; this is for one that takes turns with what it waits for.
  expect(after - cpu, context()).toBeLessThan(1000);
  expect(client.asked, context()).toBe(asked);
  expect(await client.stop(), context()).toBe(0);
  return { pings: Math.round(after - cpu), total: Math.round(after), requests: outcomes.length };
}

/** Resolves once the server has nothing left to do: what goes on behind its last answer (an index, a refresh) ends by itself. */
async function atRest(client: TestClient): Promise<void> {
  for (let restful = 0; restful < 10; ) {
    const { asked } = client;
    await client.request(protocol.pingRequest, {});
    const { pending } = await client.probe();
    restful = busy(pending).length === 0 && client.asked === asked ? restful + 1 : 0;
  }
}

/** What would wake the event loop without a message: timers, what runs in Node's own threads. */
const busy = (pending: readonly string[]): readonly string[] =>
  pending.filter((name) => !/^(?:Pipe|Process|TTY|Message|Tty|TCP|Channel)/.test(name));
