/** Just enough of a document for the page's modules to build their text in Node. */
class Node {
  constructor(name) {
    this.localName = name;
    this.childNodes = [];
    this.attributes = new Map();
  }
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }
  append(...children) {
    this.childNodes.push(...children);
  }
  get textContent() {
    return this.childNodes.map((child) => (child instanceof Node ? child.textContent : String(child))).join("");
  }
}

globalThis.Node = Node;
globalThis.document = {
  createElement: (name) => new Node(name),
  createElementNS: (_, name) => new Node(name),
};

export const textOf = (nodes) =>
  [nodes]
    .flat(9)
    .map((node) => (node instanceof Node ? node.textContent : (node ?? "")))
    .join("");
