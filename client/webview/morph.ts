/**
 * Turns the children of an element into other children while keeping what stays the same: elements that keep their place keep
 * focus, scroll position and what the reader opened.
 */
export function morphChildren(shown: Element, wanted: Element | DocumentFragment): void {
  const next = [...wanted.childNodes];
  for (const [index, node] of next.entries()) {
    const old = shown.childNodes[index];
    if (old === undefined) shown.append(node);
    else if (old.nodeType !== node.nodeType || old.nodeName !== node.nodeName) old.replaceWith(node);
    else morphNode(old, node);
  }
  while (shown.childNodes.length > next.length) shown.lastChild?.remove();
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
