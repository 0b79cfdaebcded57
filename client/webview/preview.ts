import { style } from "../../server/src/render/style.ts";
import type { FromPage, PageState, ToPage } from "../src/preview/messages.ts";
import { applyChange, fragmentOf, morphChildren } from "./morph.ts";
import { PageLines } from "./page-lines.ts";
import { nextZoom, zoomFor } from "./zoom.ts";

/** What VS Code gives to the script of a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
};

/** Size of the text without zoom, in pixels: that of VS Code's own previews. */
const normalSize = 14;

/** The script of a preview's page: shows what the panel sends, and sends what the reader does. */
function start(): void {
  const root = document.getElementById("page");
  const status = document.getElementById("status");
  if (root !== null && status !== null) new PreviewPage(root, status).start();
}

class PreviewPage {
  readonly #api = acquireVsCodeApi();
  readonly #root: HTMLElement;
  readonly #status: HTMLElement;
  readonly #lines = new PageLines();
  readonly #uri = document.body.dataset.uri ?? "";
  #zoom = this.#api.getState()?.zoom ?? 1;
  /** The next scroll event is our own doing. */
  #scrolling = false;

  constructor(root: HTMLElement, status: HTMLElement) {
    this.#root = root;
    this.#status = status;
  }

  start(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    this.#setZoom(this.#zoom);
    window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => this.#receive(data));
    window.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    window.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("change", ({ target }) => this.#changed(target));
    document.addEventListener("click", (event) => this.#clicked(event));
    document.addEventListener("dblclick", ({ target }) => this.#doubleClicked(target));
    this.#api.postMessage({ type: "ready" });
  }

  #receive(message: ToPage): void {
    switch (message.type) {
      case "page":
        this.#show(message.verdict, () => morphChildren(this.#root, fragmentOf(message.html)));
        break;
      case "changes":
        this.#change(message);
        break;
      case "notice":
        this.#notice(message.message);
        break;
      case "scroll":
        this.#scrollTo(this.#lines.top(message.line));
        break;
      case "reset":
        for (const box of this.#boxes()) box.checked = box.hasAttribute("checked");
        break;
    }
  }

  /** Turns the page into another one; who was at a gate still is. */
  #show(verdict: string, turn: () => void): void {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.gate : undefined;
    turn();
    if (focused !== undefined) this.#focus(focused);
    this.#lines.read(this.#root);
    const words = `Verdict: ${verdict}`;
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }

  #change({ changes, verdict }: Extract<ToPage, { type: "changes" }>): void {
    this.#show(verdict, () => {
      const fits = changes.every((change) => applyChange(this.#root, change));
      if (!fits) this.#api.postMessage({ type: "ready" });
    });
  }

  #notice(message: string): void {
    const main = document.createElement("main");
    const text = document.createElement("p");
    text.className = "notice";
    text.textContent = message;
    main.append(text);
    this.#root.replaceChildren(main);
    this.#lines.read(this.#root);
  }

  #boxes(): readonly HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>("input[data-gate]")];
  }

  #focus(gate: string): void {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.dataset.gate === gate) return;
    this.#boxes()
      .find((box) => box.dataset.gate === gate)
      ?.focus({ preventScroll: true });
  }

  #changed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || target.dataset.gate === undefined) return;
    const { gate, option } = target.dataset;
    const { checked } = target;
    this.#api.postMessage(
      option === undefined
        ? { type: "answer", gate, checked }
        : { type: "answer", gate, option: Number(option), checked },
    );
  }

  #clicked(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null) return;
    const href = link.getAttribute("href") ?? "";
    const place = /^(\d+):(\d+)$/.exec(link.dataset.jump ?? "");
    if (place !== null) {
      event.preventDefault();
      this.#api.postMessage({ type: "jump", line: Number(place[1]), character: Number(place[2]) });
      this.#reveal(this.#lines.elementAt(Number(place[1])));
    } else if (href.startsWith("#")) {
      event.preventDefault();
      this.#reveal(document.getElementById(decode(href.slice(1))));
    } else if (!/^(?:https?|mailto):/i.test(href)) {
      event.preventDefault();
      this.#api.postMessage({ type: "open", href });
    }
  }

  /** Opens what hides an element, and scrolls there. */
  #reveal(element: Element | null | undefined): void {
    if (element === null || element === undefined) return;
    for (let at = element.closest("details"); at !== null; at = at.parentElement?.closest("details") ?? null)
      at.open = true;
    element.scrollIntoView({ block: "nearest" });
  }

  #doubleClicked(target: EventTarget | null): void {
    if (!(target instanceof Element) || target.closest("a, input, summary") !== null) return;
    const line = target.closest<HTMLElement>("[data-line]")?.dataset.line;
    if (line !== undefined) this.#api.postMessage({ type: "jump", line: Number(line), character: 0 });
  }

  #scrollTo(pixel: number): void {
    const before = window.scrollY;
    window.scrollTo(0, pixel);
    if (window.scrollY !== before) this.#scrolling = true;
  }

  #scrolled(): void {
    if (this.#scrolling) this.#scrolling = false;
    else this.#api.postMessage({ type: "scrolled", line: this.#lines.lineAt(window.scrollY) });
  }

  #key(event: KeyboardEvent): void {
    const zoom = zoomFor(event, this.#zoom);
    if (zoom === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#setZoom(zoom);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#setZoom(nextZoom(this.#zoom, event.deltaY < 0 ? 1 : -1));
  }

  #setZoom(zoom: number): void {
    this.#zoom = zoom;
    document.documentElement.style.fontSize = `${zoom * normalSize}px`;
    this.#api.setState({ uri: this.#uri, zoom });
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

start();
