// What part of the map is shown; moved by buttons, keys, one finger or two.
import { boxOf, fit, pan, toScreen, zoomAt, type Camera, type XY } from './project';

const NEAREST = 16;

export class View {
  width = $state(0);
  height = $state(0);
  #all: () => XY[];
  #main: () => XY[];
  #moved = $state.raw<Camera | null>(null);

  /** `main` is what the map begins with, `all` what it can move over. */
  constructor(all: () => XY[], main: () => XY[]) {
    this.#all = all;
    this.#main = main;
  }

  #box = $derived.by(() => boxOf(this.#all()));
  whole = $derived.by(() => fit(this.#box, this.width, this.height, Math.min(40, this.width / 10)));
  home = $derived.by(() => {
    const main = this.#main();
    return main.length > 1 ? fit(boxOf(main), this.width, this.height, Math.min(110, this.width / 6)) : this.whole;
  });
  camera = $derived(this.#moved ?? this.home);
  screen = $derived(toScreen(this.camera, this.width, this.height));
  /** How many times nearer than the whole. */
  zoom = $derived(this.home.scale > 0 ? this.camera.scale / this.home.scale : 1);

  zoomBy(factor: number, x = this.width / 2, y = this.height / 2): void {
    const limits: [number, number] = [this.whole.scale, this.home.scale * NEAREST];
    this.#moved = zoomAt(this.camera, factor, x, y, this.width, this.height, limits);
  }

  panBy(dx: number, dy: number): void {
    this.#moved = pan(this.camera, dx, dy, this.#box);
  }

  /** Back to what the map begins with; from there to the whole. */
  showAll(): void {
    this.#moved = this.#moved === null ? this.whole : null;
  }

  /** Brings a point into view if it lies at the edge or outside. */
  reveal(p: XY): void {
    const s = this.screen(p);
    const edge = 30;
    const dx = s.x < edge ? edge - s.x : s.x > this.width - edge ? this.width - edge - s.x : 0;
    const dy = s.y < edge ? edge - s.y : s.y > this.height - edge ? this.height - edge - s.y : 0;
    if (dx || dy) this.panBy(dx, dy);
  }
}

/** Pointers on the map: one drags, two pinch. */
export class Fingers {
  #down = new Map<number, XY>();
  #travelled = 0;

  constructor(readonly view: View) {}

  /** Whether the last touch was a drag rather than a press. */
  get dragged(): boolean {
    return this.#travelled > 5;
  }

  down(event: PointerEvent): void {
    if (this.#down.size === 0) this.#travelled = 0;
    this.#down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  move(event: PointerEvent, frame: Element): void {
    const last = this.#down.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    this.#travelled += Math.hypot(now.x - last.x, now.y - last.y);
    if (this.#down.size === 1 && this.dragged) {
      if (!frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId);
      this.view.panBy(now.x - last.x, now.y - last.y);
    } else if (this.#down.size === 2) {
      const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1] ?? last;
      const before = Math.hypot(last.x - other.x, last.y - other.y);
      const after = Math.hypot(now.x - other.x, now.y - other.y);
      const box = frame.getBoundingClientRect();
      if (before > 0 && after > 0) this.view.zoomBy(after / before, (now.x + other.x) / 2 - box.x, (now.y + other.y) / 2 - box.y);
    }
    this.#down.set(event.pointerId, now);
  }

  up(event: PointerEvent): void {
    this.#down.delete(event.pointerId);
  }
}
