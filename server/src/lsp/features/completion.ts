import {
  type CancellationToken,
  type CompletionItem,
  type CompletionParams,
  InsertTextFormat,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { complete, completeConfiguration, completeUndeclared, plainText } from "../../language/index.ts";
import { contentModified, requestCancelled, Superseded } from "../cancelled.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";
import { isConfigurationFile } from "../workspace/configuration-file.ts";

const mostPaths = 500;

/** Answers `textDocument/completion`: in documents of ours, in configuration files, and in files that are named like ours. */
export async function completion(
  session: Session,
  { textDocument: { uri }, position }: CompletionParams,
  token: CancellationToken,
): Promise<CompletionItem[] | null> {
  const document = session.documents.get(uri);
  if (document === undefined) return null;
  return answer(session.connection, token, contentModified, async () => {
    const { version } = document;
    const items = await itemsAt(session, document, position, token);
    if (token.isCancellationRequested) throw requestCancelled();
    if (document.version !== version || session.documents.get(uri) !== document) throw new Superseded();
    return session.support.snippetItems ? [...items] : items.map(withoutTabStops);
  });
}

async function itemsAt(
  session: Session,
  document: TextDocument,
  position: CompletionParams["position"],
  token: CancellationToken,
): Promise<readonly CompletionItem[]> {
  const { uri } = document;
  const text = document.getText();
  const today = session.today();
  if (isConfigurationFile(uri)) {
    const paths = (): Promise<readonly string[]> => pathsBelow(session, uri);
    return completeConfiguration(text, position, session.service.rules, { today, paths });
  }
  const context = await session.contexts.of(document, token);
  return context === undefined ? completeUndeclared(uri, text, position, { today }) : complete(context, position);
}

/** Files that a configuration may name, relative to it. */
async function pathsBelow({ files }: Session, uri: string): Promise<readonly string[]> {
  const base = uri.slice(0, uri.lastIndexOf("/"));
  const include = ["**/*.json", "**/*.{yaml,yml}"];
  const found = await files.find({ base, include, exclude: ["**/node_modules/**", "**/.git/**"] });
  return found.slice(0, mostPaths).map((file) => file.slice(base.length + 1));
}

/** For clients without snippets: what stays when nothing is typed. */
function withoutTabStops(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
  const plain = { ...item, insertTextFormat: InsertTextFormat.PlainText };
  if (item.insertText !== undefined) plain.insertText = plainText(item.insertText);
  if (item.textEdit !== undefined) plain.textEdit = { ...item.textEdit, newText: plainText(item.textEdit.newText) };
  return plain;
}
