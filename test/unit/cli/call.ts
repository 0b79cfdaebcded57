import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { run } from "../../../server/src/cli/run.ts";
import type { Io } from "../../../server/src/cli/terminal/io.ts";
import type { ReleaseDocsService, ServiceSettings } from "../../../server/src/engine/service.ts";
import { fakeService } from "./fake-service.ts";

/** What a call wrote, and its exit code. */
export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  createService?(settings: ServiceSettings): ReleaseDocsService;
}

/** Calls `release-docs` in this process. */
export async function call(words: readonly string[], options: CallOptions = {}): Promise<Called> {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTerminal: options.isTerminal ?? false,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const io: Io = {
    cwd: options.cwd ?? "/",
    environment: options.environment ?? {},
    stdout: output("stdout"),
    stderr: output("stderr"),
    readStandardInput: async () =>
      typeof options.stdin === "string" ? new TextEncoder().encode(options.stdin) : (options.stdin ?? new Uint8Array()),
    today: () => "2026-12-04",
  };
  const code = await run(words, {
    io,
    files: createNodeFileSystem(options.cwd ?? "/"),
    createService: options.createService ?? (() => fakeService()),
    build: () => "test",
  });
  return { code, ...written };
}
