// A long list in pages, searched and filtered.
import type { Queued } from '../../api/types';

export type Filter = { text: string; tier: number; what: 'all' | 'moved' | 'waiting'; site: string };

export function matching(queue: Queued[], filter: Filter): { queued: Queued; at: number }[] {
  const text = filter.text.trim().toLowerCase();
  return queue
    .map((queued, i) => ({ queued, at: i + 1 }))
    .filter(({ queued: q }) =>
      (text === '' || q.household.toLowerCase().includes(text) || q.site.toLowerCase().includes(text)) &&
      (filter.tier === 0 || q.tier === filter.tier) &&
      (filter.site === '' || q.site === filter.site) &&
      (filter.what === 'all' || (q.trip === null) === (filter.what === 'waiting')));
}

export type Page<T> = { items: T[]; page: number; pages: number; first: number; last: number; total: number };

/** Page `page` (from 0; brought into range) of `size` items. */
export function paged<T>(all: T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(Math.max(0, Math.trunc(page)), pages - 1);
  const items = all.slice(at * size, (at + 1) * size);
  return { items, page: at, pages, first: items.length ? at * size + 1 : 0, last: at * size + items.length, total: all.length };
}

