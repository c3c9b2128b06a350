// Shapes of the map as path data.
import type { XY } from './project';

/** Slices of a disc, one per part that is not zero, clockwise from the top. */
export function pie(parts: number[], radius: number): { path: string; part: number }[] {
  const total = parts.reduce((a, b) => a + b, 0);
  if (total <= 0) return [];
  let turned = 0;
  return parts.flatMap((value, part) => {
    if (value <= 0) return [];
    const [a, b] = [turned / total, (turned + value) / total];
    turned += value;
    if (value === total) {
      return [{ part, path: `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}Z` }];
    }
    const at = (share: number) => {
      const angle = share * 2 * Math.PI;
      return `${round(Math.sin(angle) * radius)} ${round(-Math.cos(angle) * radius)}`;
    };
    return [{ part, path: `M0 0L${at(a)}A${radius} ${radius} 0 ${b - a > 0.5 ? 1 : 0} 1 ${at(b)}Z` }];
  });
}

export const line = (points: XY[]) => points.map((p, i) => `${i ? 'L' : 'M'}${round(p.x)} ${round(p.y)}`).join('');

/** Crosses along a line, every `every` pixels, for a closed road. */
export function crosses(a: XY, b: XY, every = 22, arm = 4.5): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const count = Math.max(1, Math.floor(length / every));
  let path = '';
  for (let i = 0; i < count; i++) {
    const share = (i + 0.5) / count;
    const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
    path += `M${round(x - arm)} ${round(y - arm)}L${round(x + arm)} ${round(y + arm)}M${round(x + arm)} ${round(y - arm)}L${round(x - arm)} ${round(y + arm)}`;
  }
  return path;
}

/** Radius of a site by its people: the area tells the number. */
export const radiusOf = (people: number, most: number) => Math.round(9 + 15 * Math.sqrt(most > 0 ? people / most : 0));

/** Days from a report to the moment looked from, as one of three ages. */
export function ageOf(date: string, asOf: string): 'week' | 'month' | 'older' {
  const days = (Date.parse(asOf) - Date.parse(date)) / 86_400_000;
  return days <= 7 ? 'week' : days <= 30 ? 'month' : 'older';
}

const round = (v: number) => Math.round(v * 10) / 10;
