import type { Format } from "../text/format.ts";
import { slug } from "../text/values/slug.ts";
import { expression } from "../words/lists.ts";
import { frontMatterOf } from "./identity.ts";

/** A template whose blanks were filled, and the names that it has no blank for. */
export interface Filled {
  readonly text: string;
  readonly unused: readonly string[];
}

/** Names for the blanks that are not called by the words in their brackets. */
const aliases: Readonly<Record<string, string>> = {
  owner: "release-manager",
  "release-owner": "release-manager",
  manager: "release-manager",
  previous: "previous-version",
  "previous-version": "previous-version",
  name: "release-name",
  "release-date": "date",
  "on-call": "on-call-engineer",
  channel: "release-channel",
};

const blank =
  /v?\[X\.Y\.[ZW]\]|\bvX\.Y\.[ZW]\b|\bYYYY-MM-DD\b|(?<!\$)\{\{[ \t]*[\w.-]+(?: +[\w.-]+)*[ \t]*\}\}|\[(?![ xX]\])[^[\]"\n]+\](?!\()/g;

/**
 * Fills the blanks of a template: the version (`v` or not, as the template has it), the previous version, the date and the owner,
 * and every other bracket by the words in it (`[Release channel]` is `release-channel`). The result is no template any more: it
 * does not say so in its front matter or in its title. All else is kept as it stands.
 *
 * @param values By name; names are compared as slugs. Values are one line each.
 */
export function fillTemplate(text: string, format: Format, values: ReadonlyMap<string, string>): Filled {
  const wanted = new Map([...values].map(([name, value]) => [nameOf(name), value]));
  const used = new Set<string>();
  const take = (name: string): string | undefined => {
    const value = wanted.get(name);
    if (value !== undefined) used.add(name);
    return value;
  };
  const run = format === "markdown" ? asRun(text) : text;
  const filled = run.replace(blank, (found) => {
    const value = valueFor(found, take);
    return value === undefined ? found : written(value, format);
  });
  return { text: filled, unused: [...values.keys()].filter((name) => !used.has(nameOf(name))) };
}

/** Takes back what calls a Markdown document a template. */
function asRun(text: string): string {
  const front = text.slice(0, frontMatterOf(text)?.end ?? 0);
  const body = text.slice(front.length).replace(/^ {0,3}#{1,6}[ \t].*/m, (heading) => untitled(heading));
  return `${front.replace(/^template:[ \t]*["']?true["']?[ \t]*\r?\n/m, "")}${body}`;
}

const bracketed = expression((either) => `(?<!\\s)\\s*[([]\\s*${either("template")}\\s*[)\\]]`, "gi");
const leading = expression(
  (either) =>
    `^${either("template")}[ \\t]*(?::|[–—-](?=\\s)|${either("templateFor")}[ \\t](?:[ \\t]*${either("article")}[ \\t])?)[ \\t]*`,
);
const anywhere = expression((either) => `(?<![ \\t])(?:[ \\t]+[–—-])?[ \\t]*${either("template")}`, "gi");

function untitled(heading: string): string {
  const title = heading.replace(/^ *#+[ \t]+/, "");
  const rest = title.replace(bracketed(), "").replace(leading(), "").replace(anywhere(), "").trim();
  return rest === "" || rest === title ? heading : heading.slice(0, heading.length - title.length) + rest;
}

function nameOf(name: string): string {
  const words = slug(name.replace(/([a-z])([A-Z])/g, "$1-$2"));
  return aliases[words] ?? words;
}

function valueFor(found: string, take: (name: string) => string | undefined): string | undefined {
  if (/X\.Y\.Z\]?$/.test(found)) return version(found, take("version"));
  if (/X\.Y\.W\]?$/.test(found)) return version(found, take("previous-version"));
  if (found === "YYYY-MM-DD") return take("date");
  const words = slug(found);
  return take(words === "name" ? words : nameOf(words));
}

/** `v2.1.0` and `2.1.0` both fill `v[X.Y.Z]` and `[X.Y.Z]`, each in its own style; other names of releases stay as they are. */
function version(found: string, value: string | undefined): string | undefined {
  if (value === undefined || !/^v?\d/.test(value)) return value;
  const number = value.replace(/^v/, "");
  return found.startsWith("v") ? `v${number}` : number;
}

/** A value as it may stand in a table cell, and in the double quotes that blanks of a YAML template stand in. */
function written(value: string, format: Format): string {
  return format === "yaml" ? value.replace(/["\\]/g, "\\$&") : value.replaceAll("|", "\\|");
}
