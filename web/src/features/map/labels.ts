// Which names fit on the map: the more important first, none over another.
export type Label = { text: string; x: number; y: number; rank: number; size: number };
export type Placed = Label & { anchor: 'start' | 'end' | 'middle'; dx: number; dy: number };

type Rect = { x0: number; y0: number; x1: number; y1: number };
const LETTER = 0.56;
const overlaps = (a: Rect, b: Rect) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Tries four sides of each point; leaves a name out where none is free. `taken` are symbols that names may not cover. */
export function place(labels: Label[], taken: Rect[], gap: number, width: number, height: number): Placed[] {
  const used = [...taken];
  const placed: Placed[] = [];
  for (const label of [...labels].sort((a, b) => b.rank - a.rank || a.text.localeCompare(b.text))) {
    const w = label.text.length * label.size * LETTER;
    const h = label.size * 1.1;
    const reach = gap + label.size * 0.35;
    const sides: Pick<Placed, 'anchor' | 'dx' | 'dy'>[] = [
      { anchor: 'start', dx: reach, dy: label.size * 0.35 },
      { anchor: 'end', dx: -reach, dy: label.size * 0.35 },
      { anchor: 'middle', dx: 0, dy: -reach },
      { anchor: 'middle', dx: 0, dy: reach + label.size * 0.8 },
    ];
    for (const side of sides) {
      const left = label.x + side.dx - (side.anchor === 'start' ? 0 : side.anchor === 'end' ? w : w / 2);
      const rect = { x0: left, x1: left + w, y0: label.y + side.dy - h * 0.85, y1: label.y + side.dy + h * 0.25 };
      if (rect.x0 < 0 || rect.x1 > width || rect.y0 < 0 || rect.y1 > height || used.some((u) => overlaps(u, rect))) continue;
      used.push(rect);
      placed.push({ ...label, ...side });
      break;
    }
  }
  return placed;
}
