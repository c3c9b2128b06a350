import { describe, expect, it } from 'vitest';
import { ageOf, crosses, pie, radiusOf } from './draw';
import { boxOf as boxOfLabel, place } from './labels';
import { boxOf, fit, neighbour, pan, projection, toScreen, zoomAt } from './project';

const BANGUI = { lat: 4.36, lon: 18.55 };
const GORE = { lat: 7.92, lon: 16.62 };

describe('projection', () => {
  it('puts north up and east to the right, true to distance', () => {
    const project = projection([BANGUI, GORE]);
    const [a, b] = [project(BANGUI), project(GORE)];
    expect(b.y).toBeLessThan(a.y);
    expect(b.x).toBeLessThan(a.x);
    // 448 km as the crow flies; one unit is a degree of latitude, 111.2 km.
    expect(Math.hypot(a.x - b.x, a.y - b.y) * 111.2).toBeCloseTo(448, -1);
  });

  it('shows everything within the margin, whatever the shape', () => {
    const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 4, y: -2 }];
    for (const [w, h] of [[800, 400], [320, 700]] as const) {
      const show = toScreen(fit(boxOf(points), w, h, 30), w, h);
      for (const p of points.map(show)) {
        expect(p.x).toBeGreaterThanOrEqual(29.9);
        expect(p.x).toBeLessThanOrEqual(w - 29.9);
        expect(p.y).toBeGreaterThanOrEqual(29.9);
        expect(p.y).toBeLessThanOrEqual(h - 29.9);
      }
    }
    expect(fit(boxOf([]), 100, 100).scale).toBeGreaterThan(0);
  });

  it('zooms about the finger, within limits, and never loses the map', () => {
    const camera = { x: 5, y: 5, scale: 10 };
    const near = zoomAt(camera, 2, 30, 40, 100, 100, [1, 100]);
    const under = (c: typeof camera) => ({ x: c.x + (30 - 50) / c.scale, y: c.y + (40 - 50) / c.scale });
    expect(near.scale).toBe(20);
    expect(under(near)).toEqual(under(camera));
    expect(zoomAt(camera, 1000, 0, 0, 100, 100, [1, 100]).scale).toBe(100);
    expect(pan(camera, 9e9, 0, { minX: 0, maxX: 8, minY: 0, maxY: 8 }).x).toBe(0);
  });

  it('arrow keys find the nearest thing in that direction', () => {
    const points = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 30 }, { x: -5, y: 1 }, { x: 3, y: -40 }];
    const go = (d: Parameters<typeof neighbour>[2]) => neighbour(points, points[0]!, d);
    expect([go('ArrowRight'), go('ArrowLeft'), go('ArrowDown'), go('ArrowUp')]).toEqual([1, 3, 2, 4]);
    expect(neighbour([{ x: 0, y: 0 }], { x: 0, y: 0 }, 'ArrowUp')).toBe(-1);
  });
});

describe('shapes', () => {
  it('a pie has a slice per part that is not zero', () => {
    expect(pie([1, 0, 3, 0], 10).map((s) => s.part)).toEqual([0, 2]);
    expect(pie([0, 5], 10)).toHaveLength(1);
    expect(pie([0, 0], 10)).toEqual([]);
  });

  it('a closed road has at least one cross, and more when long', () => {
    const count = (path: string) => path.split('M').length - 1;
    expect(count(crosses({ x: 0, y: 0 }, { x: 4, y: 0 }))).toBe(2);
    expect(count(crosses({ x: 0, y: 0 }, { x: 220, y: 0 }))).toBe(20);
  });

  it('area tells people, age tells days', () => {
    expect(radiusOf(2000, 2000)).toBeGreaterThan(radiusOf(500, 2000));
    const asOf = '2014-01-14T23:00:00Z';
    expect(['2014-01-10', '2013-12-20', '2013-06-01'].map((d) => ageOf(d, asOf))).toEqual(['week', 'month', 'older']);
  });
});

describe('names', () => {
  it('never cover one another; the more important one stays', () => {
    const label = (text: string, x: number, rank: number) => ({ text, x, y: 50, rank, size: 12, gap: 5 });
    const placed = place([label('Lesser', 100, 0), label('Greater', 100, 9), label('Other', 102, 5)], [], 300, 100);
    expect(placed[0]?.text).toBe('Greater');
    const boxes = placed.map(boxOfLabel);
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false)));
    expect(place([label('Much too long for this', 10, 1)], [], 40, 40)).toEqual([]);
  });
});
