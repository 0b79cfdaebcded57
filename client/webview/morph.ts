import type { PageChange } from "../../server/src/render/update/page-changes.ts";

/** What a piece of a page stands for; rows and list items too, without what they stand in. */
export function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Makes a change of a page; false when it does not fit the page. What stays the same is kept, as in {@link morphChildren}. */
export function applyChange(page: Element, { at, had, from, count, html }: PageChange): boolean {
  let parent: Element | undefined = page;
  for (const index of at) parent = parent?.children[index];
  if (parent?.children.length !== had) return false;
  const old = [...parent.children].slice(from, from + count);
  const end = parent.children[from + count] ?? null;
  const wanted = [...fragmentOf(html).children];
  for (const [index, element] of wanted.entries()) {
    const shown = old[index];
    if (shown === undefined) parent.insertBefore(element, end);
    else replace(shown, element);
  }
  for (const element of old.slice(wanted.length)) element.remove();
  return true;
}

/**
 * Turns the children of an element into other children while keeping what stays the same: elements that keep their place keep
 * focus, scroll position and what the reader opened.
 */
export function morphChildren(shown: Element, wanted: Element | DocumentFragment): void {
  const next = [...wanted.childNodes];
  for (const [index, node] of next.entries()) {
    const old = shown.childNodes[index];
    if (old === undefined) shown.append(node);
    else replace(old, node);
  }
  while (shown.childNodes.length > next.length) shown.lastChild?.remove();
}

function replace(old: ChildNode, node: ChildNode): void {
  if (old.nodeType !== node.nodeType || old.nodeName !== node.nodeName) old.replaceWith(node);
  else morphNode(old, node);
}

function morphNode(old: ChildNode, node: ChildNode): void {
  if (old instanceof Element && node instanceof Element) {
    morphAttributes(old, node);
    if (old instanceof HTMLInputElement) old.checked = old.hasAttribute("checked");
    if (!old.isEqualNode(node)) morphChildren(old, node);
  } else if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue;
}

function morphAttributes(old: Element, node: Element): void {
  for (const { name } of [...old.attributes]) {
    const openedByReader = name === "open" && old instanceof HTMLDetailsElement;
    if (!node.hasAttribute(name) && !openedByReader) old.removeAttribute(name);
  }
  for (const { name, value } of node.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
