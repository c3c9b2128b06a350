// Changes in words, each with how to take it out again.
import type { Changes } from '../../api/types';
import { moment, t } from '../../text/text.svelte';
import { hold, toggleChosen, toggleClosed, toggleLost, togglePinned } from './edit';

export type Said = { key: string; text: string; takeOut: (c: Changes) => Changes };

export function say(c: Changes): Said[] {
  return [
    ...c.closed.map((r) => ({ key: `c${r.from}\n${r.to}`, text: t('change-closed', { from: r.from, to: r.to, at: moment(r.at) }), takeOut: toggleClosed(r.from, r.to, r.at) })),
    ...c.lost.map((l) => ({ key: `l${l.vehicle}`, text: t('change-lost', { vehicle: l.vehicle, at: moment(l.at) }), takeOut: toggleLost(l.vehicle, l.at) })),
    ...c.pinned.map((v) => ({ key: `p${v}`, text: t('change-pinned', { vehicle: v }), takeOut: togglePinned(v) })),
    ...c.chosen.map((w) => ({ key: `w${w.places.join('\n')}`, text: t('change-chosen', { from: w.places[0] ?? '', to: w.places.at(-1) ?? '', over: w.places.slice(1, -1).join(' → ') }), takeOut: toggleChosen(w.places) })),
    ...c.held.map((h) => ({ key: `h${h.household}`, text: t('change-held', { household: h.household, why: t(`nb-${h.code}`) }), takeOut: hold(h.household, '') })),
  ];
}
