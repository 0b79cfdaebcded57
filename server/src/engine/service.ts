import { formatOf } from "../document/identity.ts";
import type { Intention } from "../document/intention.ts";
import { KindMemory } from "../document/kind-memory.ts";
import { writeMarkdown } from "../document/markdown/write-markdown.ts";
import type { ReleaseDocument } from "../document/model.ts";
import type { ReadOptions } from "../document/read.ts";
import { readDocument } from "../document/read-document.ts";
import { writeYaml } from "../document/yaml/write-yaml.ts";
import { configure } from "../rules/configure.ts";
import { rules as allRules } from "../rules/registry.ts";
import type { Rule, RuleContext, RuleMetadata } from "../rules/rule.ts";
import { type RuleRun, runRules } from "../rules/run-rules.ts";
import { suppress } from "../rules/suppress.ts";
import type { KindRegistry } from "../schema/registry.ts";
import { validateDocument } from "../schema/validate.ts";
import { dueAt } from "../stage/due.ts";
import { readStage } from "../stage/read-stage.ts";
import type { Stage } from "../stage/stage.ts";
import type { Format } from "../text/format.ts";
import type { TextChange } from "../text/place.ts";
import { Recent } from "../text/recent.ts";
import { type Assessment, countGates } from "../verdict/assessment.ts";
import { judge } from "../verdict/judge.ts";
import { shapedBy } from "../verdict/shaped/shaped-by.ts";
import type { Shaping } from "../verdict/shaping.ts";
import type { GatePhase } from "../words/terms.ts";
import { cacheFiles } from "../workspace/cached-files.ts";
import type { CancellationSignal } from "../workspace/cancellation.ts";
import type { Configuration } from "../workspace/configuration.ts";
import { declaredKind } from "../workspace/declared-kind.ts";
import type { FileSystem } from "../workspace/file-system.ts";
import type { PartialConfiguration } from "../workspace/partial-configuration.ts";
import { type ReadRelated, type Relation, Relations } from "../workspace/related.ts";
import { type ConfigurationBounds, createConfigurationResolver } from "../workspace/resolve-configuration.ts";
import { settingsFor } from "../workspace/setting-for.ts";
import { createTeamKindResolver } from "../workspace/team-kinds.ts";

export type { Assessment, GateCounts } from "../verdict/assessment.ts";
export type { CancellationSignal } from "../workspace/cancellation.ts";

/** What the engine needs from its host. */
export interface Ports {
  readonly files: FileSystem;
  /** Today in UTC, `YYYY-MM-DD`: an input, so that findings can be repeated. */
  today(): string;
}

export interface AssessOptions {
  readonly stage?: Stage;
  readonly as?: "template" | "run";
  /** Declares the file as this kind for one call. */
  readonly kind?: string;
  /** What the text is written in, where its address does not tell: a document that is no file yet. */
  readonly format?: Format;
  readonly today?: string;
  /** The gates of this phase, and no others, are due, whatever the stage. */
  readonly phase?: GatePhase;
  readonly token?: CancellationSignal;
}

/** The engine that the language server and the command share. */
export interface ReleaseDocsService {
  /**
   * Reads and judges one text. `undefined` when the file is not a release document. Keeps the readings of the files that
   * were asked for last, so that the next one reads only what changed. Rejects with `Cancelled` when the token says so.
   */
  assess(uri: string, text: string, options?: AssessOptions): Promise<Assessment | undefined>;
  /** The changes of the current text that carry out an intention; `undefined` when it no longer applies. */
  edit(document: ReleaseDocument, intention: Intention): readonly TextChange[] | undefined;
  configurationFor(uri: string): Promise<Configuration>;
  /** Forgets what was read of the configuration, so that the next call reads it again; takes new personal settings. */
  configurationChanged(personal?: PartialConfiguration): void;
  /** Forgets what was read of the files that documents point to. */
  filesChanged(): void;
  /** Drops what is kept of a uri. Who reads many files once each need not call it: only so many readings are kept. */
  close(uri: string): void;
  readonly rules: readonly RuleMetadata[];
}

/** Where configuration comes from besides the files beside the documents. */
export interface ServiceSettings {
  /** One person's settings, laid over every configuration. */
  readonly personal?: PartialConfiguration;
  readonly bounds?: ConfigurationBounds;
  /** False in Restricted Mode: no schema of the workspace is loaded. */
  readonly teamSchemas?: boolean;
  /** The rules that judge, in place of all that there are. */
  readonly rules?: readonly Rule[];
}

/** The call was cancelled: there is no answer, not even an empty one. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** What a reading of a file depends on besides its text. */
interface Setting {
  readonly configuration: Configuration;
  readonly registry: KindRegistry;
  readonly read: ReadOptions;
}

interface Reading {
  readonly text: string;
  /** Absent when the text is no release document. */
  readonly document: ReleaseDocument | undefined;
  readonly setting: Setting;
}

/** Readings are many times as large as their texts: kept are those that a person edits, and what stands beside them. */
const mostReadings = 16;

/** Makes the engine. It owns its caches: dropped by `close`, forgotten by `configurationChanged`. */
export function createReleaseDocsService(ports: Ports, settings: ServiceSettings = {}): ReleaseDocsService {
  const files = cacheFiles(ports.files);
  const rules = settings.rules ?? allRules;
  const resolver = createConfigurationResolver(ports.files, settings.personal, settings.bounds);
  const teamKinds = createTeamKindResolver(files, settings.teamSchemas ?? true);
  const readings = new Recent<Reading>(mostReadings);
  const runs = new Recent<RuleRun>(mostReadings);
  const memory = new KindMemory();
  const problematic = new WeakMap<Configuration, Map<string, Configuration>>();

  /** A configuration whose schema cannot be used says so at its beginning. */
  const withProblem = (found: Configuration, message: string): Configuration => {
    const known = problematic.get(found) ?? new Map<string, Configuration>();
    problematic.set(found, known);
    const configuration = known.get(message) ?? {
      ...found,
      unread: found.unread ?? message,
      problems: [...found.problems, { message, start: 0, end: 0 }],
    };
    known.set(message, configuration);
    return configuration;
  };

  /** What a reading of a file depends on besides its text. */
  const settingOf = async (uri: string, options: AssessOptions): Promise<Setting> => {
    const found = await resolver.configurationFor(uri);
    const declaration = declaredKind(uri, found);
    const { registry, problem } = await teamKinds.kindsFor(declaration);
    const configuration = problem === undefined ? found : withProblem(found, problem);
    const kind = options.kind ?? declaration?.kind;
    const template = options.as === undefined ? declaration?.template : options.as === "template";
    const read: ReadOptions = {
      kinds: registry.kinds,
      sectionAliases: configuration.sections,
      memory,
      ...(kind === undefined ? {} : { kind }),
      ...(template === undefined ? {} : { template }),
      ...(options.format === undefined ? {} : { format: options.format }),
    };
    return { configuration, registry, read };
  };

  /** Reads a text, or what changed in it; one that was just read is not read again. */
  const readAgain = (uri: string, text: string, setting: Setting): ReleaseDocument | undefined => {
    const kept = readings.get(uri);
    const last = kept !== undefined && sameSetting(kept.setting, setting) ? kept : undefined;
    const document = last?.text === text ? last.document : readDocument(uri, text, setting.read, last?.document);
    readings.set(uri, { text, document, setting });
    return document;
  };

  const readRelated: ReadRelated = async (uri, observed) => {
    const text = await observed.readText(uri);
    if (text === undefined || formatOf(uri) === undefined) return undefined;
    return readAgain(uri, text, await settingOf(uri, {}));
  };
  const relations = new Relations(files, readRelated);

  return Object.freeze<ReleaseDocsService>({
    rules,
    async assess(uri, text, options = {}) {
      if ((options.format ?? formatOf(uri)) === undefined) return undefined;
      const setting = await settingOf(uri, options);
      throwIfCancelled(options);
      const document = readAgain(uri, text, setting);
      if (document === undefined) return undefined;
      const { related, lookedAt } = await relations.of(document);
      throwIfCancelled(options);
      const today = options.today ?? ports.today();
      return assessDocument(document, { ...setting, related, lookedAt, options, today, rules }, runs);
    },
    edit: (document, intention) => (document.format === "yaml" ? writeYaml : writeMarkdown)(document, intention),
    configurationFor: (uri) => resolver.configurationFor(uri),
    configurationChanged(personal) {
      resolver.changed(personal);
      teamKinds.changed();
      files.changed();
      relations.changed();
    },
    filesChanged() {
      teamKinds.changed();
      files.changed();
    },
    close(uri) {
      readings.drop(uri);
      runs.drop(uri);
      relations.drop(uri);
    },
  });
}

function sameSetting(a: Setting, b: Setting): boolean {
  return (
    a.configuration === b.configuration &&
    a.registry === b.registry &&
    a.read.kind === b.read.kind &&
    a.read.format === b.read.format &&
    a.read.template === b.read.template
  );
}

function throwIfCancelled({ token }: AssessOptions): void {
  if (token?.isCancellationRequested) throw new Cancelled();
}

/** What the schema says; where that cannot be told, why not. */
function validated(document: ReleaseDocument, registry: KindRegistry): Pick<RuleContext, "schemaErrors" | "failures"> {
  try {
    return { schemaErrors: validateDocument(document, registry) };
  } catch (failure) {
    return { schemaErrors: [], failures: [{ what: "The schema", failure }] };
  }
}

interface Circumstances extends Setting, Relation {
  readonly options: AssessOptions;
  readonly today: string;
  readonly rules: readonly Rule[];
}

/** Document → stage → findings → verdict: the one way through. `runs`: the last run of the rules over each file. */
function assessDocument(
  document: ReleaseDocument,
  { configuration, registry, related, lookedAt, options, today, rules }: Circumstances,
  runs: Recent<RuleRun>,
): Assessment {
  const { uri } = document;
  const kind = registry.find(document.kind, document.format);
  if (kind === undefined) throw new Error(`No kind ${document.kind}`);
  const stage = readStage(document.facts, configuration.statuses, options.stage);
  const isDue = dueAt(document, stage.stage, options.phase);
  const schema = document.declared ? validated(document, registry) : { schemaErrors: [] };
  const context = { document, kind, stage, isDue, config: configuration, today, related, ...schema };
  const run = runRules(rules, context, runs.get(uri));
  runs.set(uri, run);
  const { reported, suppressed } = suppress(document, run.findings);
  const { reported: findings, off } = configure(reported, settingsFor(uri, configuration), stage.stage);
  const silenced = new Set([...suppressed, ...off]);
  let due: ReadonlySet<string> | undefined;
  let shaped: readonly Shaping[] | undefined;
  return {
    document,
    kind,
    configuration,
    stage,
    gates: countGates(document.gates, isDue),
    get due() {
      due ??= new Set(document.gates.filter(isDue).map(({ id }) => id));
      return due;
    },
    findings,
    suppressed,
    verdict: judge({ document, judged: kind.judged, stage: stage.stage, findings: run.findings, silenced }),
    get shaped() {
      shaped ??= shapedBy({ document, kind, configuration, stage, findings: run.findings, suppressed, options });
      return shaped;
    },
    lookedAt,
  };
}
