// What a place is, in one line: for readers, titles and the table.
import type { Place } from '../../api/types';
import { number, t } from '../../text/text.svelte';

export function placeLabel(place: Place): string {
  const parts = [place.name];
  if (place.site && place.site.people > 0) {
    const [a, b, c, d] = place.site.tiers;
    parts.push(t('site-label', { people: place.site.people, t1: number(a), t2: number(b), t3: number(c), t4: number(d) }));
  }
  if (place.destination) parts.push(placesLeft(place));
  parts.push(place.known ? t('hazard-known') : t('hazard-unknown'));
  return parts.join(' · ');
}

export function placesLeft(place: Place): string {
  const d = place.destination;
  if (!d) return '';
  if (d.capacity_total === null) return t('places-left-unknown');
  return t('places-left', { left: Math.max(0, d.capacity_total - d.planned), total: number(d.capacity_total) });
}
