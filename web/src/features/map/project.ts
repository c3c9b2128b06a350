// From degrees to points on the screen: an equirectangular map, true to shape at the middle of what is shown.
export type LatLon = { lat: number; lon: number };
export type XY = { x: number; y: number };
export type Box = { minX: number; minY: number; maxX: number; maxY: number };

/** A projection for a set of places: x grows to the east, y to the south, one unit is one degree of latitude. */
export function projection(points: LatLon[]): (p: LatLon) => XY {
  const lats = points.map((p) => p.lat);
  const middle = lats.length ? (Math.min(...lats) + Math.max(...lats)) / 2 : 0;
  const narrow = Math.cos((middle * Math.PI) / 180);
  return (p) => ({ x: p.lon * narrow, y: -p.lat });
}

export function boxOf(points: XY[]): Box {
  if (!points.length) return { minX: -1, minY: -1, maxX: 1, maxY: 1 };
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}

/** What is shown: the middle in map units, and pixels per unit. */
export type Camera = { x: number; y: number; scale: number };

/** Shows a whole box with a margin of `margin` pixels. */
export function fit(box: Box, width: number, height: number, margin = 40): Camera {
  const room = (pixels: number) => Math.max(pixels - 2 * margin, 20);
  const span = (a: number, b: number) => Math.max(b - a, 0.05);
  const scale = Math.min(room(width) / span(box.minX, box.maxX), room(height) / span(box.minY, box.maxY));
  return { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2, scale };
}

export const toScreen = (camera: Camera, width: number, height: number) => (p: XY): XY => ({
  x: (p.x - camera.x) * camera.scale + width / 2,
  y: (p.y - camera.y) * camera.scale + height / 2,
});

/** Zooms by a factor and keeps the map point under (`x`, `y`) pixels where it is. */
export function zoomAt(camera: Camera, factor: number, x: number, y: number, width: number, height: number, limits: [number, number]): Camera {
  const scale = Math.min(Math.max(camera.scale * factor, limits[0]), limits[1]);
  const held = { x: camera.x + (x - width / 2) / camera.scale, y: camera.y + (y - height / 2) / camera.scale };
  return { x: held.x - (x - width / 2) / scale, y: held.y - (y - height / 2) / scale, scale };
}

/** Moves what is shown by pixels, never off the box. */
export function pan(camera: Camera, dx: number, dy: number, box: Box): Camera {
  const within = (v: number, min: number, max: number) => Math.min(Math.max(v, min), max);
  return {
    ...camera,
    x: within(camera.x - dx / camera.scale, box.minX, box.maxX),
    y: within(camera.y - dy / camera.scale, box.minY, box.maxY),
  };
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The nearest point in a direction (within 60 degrees of it), by index; -1 if there is none. */
export function neighbour(points: XY[], from: XY, direction: Direction): number {
  const ahead = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[direction] as [number, number];
  let best = -1;
  let least = Infinity;
  points.forEach((p, i) => {
    const [dx, dy] = [p.x - from.x, p.y - from.y];
    const distance = Math.hypot(dx, dy);
    const along = dx * ahead[0] + dy * ahead[1];
    if (distance < 0.5 || along < distance * 0.5) return;
    // What lies straight ahead is preferred to what is near but aside.
    const cost = distance * (2 - along / distance);
    if (cost < least) [best, least] = [i, cost];
  });
  return best;
}
