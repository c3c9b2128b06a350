// Which names fit on the map: the more important first, none over another.
export type Label = { text: string; x: number; y: number; rank: number; size: number; gap: number };
export type Placed = Label & { anchor: 'start' | 'end' | 'middle'; dx: number; dy: number };

export type Rect = { x0: number; y0: number; x1: number; y1: number };
const LETTER = 0.56;
const overlaps = (a: Rect, b: Rect) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Tries four sides of each point, `gap` away from it; leaves a name out where none is free. `taken` are symbols that names may not cover. */
export function place(labels: Label[], taken: Rect[], width: number, height: number): Placed[] {
  const used = [...taken];
  const placed: Placed[] = [];
  for (const label of [...labels].sort((a, b) => b.rank - a.rank || a.text.localeCompare(b.text))) {
    const reach = label.gap + 2;
    const sides: Pick<Placed, 'anchor' | 'dx' | 'dy'>[] = [
      { anchor: 'start', dx: reach, dy: label.size * 0.35 },
      { anchor: 'end', dx: -reach, dy: label.size * 0.35 },
      { anchor: 'middle', dx: 0, dy: -reach },
      { anchor: 'middle', dx: 0, dy: reach + label.size * 0.8 },
    ];
    for (const side of sides) {
      const rect = boxOf({ ...label, ...side });
      if (rect.x0 < 0 || rect.x1 > width || rect.y0 < 0 || rect.y1 > height || used.some((u) => overlaps(u, rect))) continue;
      used.push(rect);
      placed.push({ ...label, ...side });
      break;
    }
  }
  return placed;
}

/** The box a placed name covers, as far as it can be told without drawing it. */
export function boxOf(label: Placed): Rect {
  const w = label.text.length * label.size * LETTER;
  const x0 = label.x + label.dx - (label.anchor === 'start' ? 0 : label.anchor === 'end' ? w : w / 2);
  return { x0, x1: x0 + w, y0: label.y + label.dy - label.size * 0.95, y1: label.y + label.dy + label.size * 0.3 };
}
