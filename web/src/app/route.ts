// Where one is, from the part of the address after #. It holds identifiers that mean nothing by themselves, never a name or what was searched.
import type { Page } from '../api/identity';

export type Route =
  | { at: 'people' } | { at: 'cases' } | { at: 'audit' } | { at: 'users' } | { at: 'decide' } | { at: 'me' } | { at: 'movements' } | { at: 'first' }
  | { at: 'boarding'; trip: number }
  | { at: 'record'; id: string }
  | { at: 'pairs' }
  | { at: 'merge'; one: string; other?: string }
  | { at: 'new'; form: string; parent?: string };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function route(hash: string): Route {
  const [head = '', first = '', second = ''] = hash.replace(/^#/, '').split('/');
  switch (head) {
    case 'people': case 'cases': case 'audit': case 'decide': case 'users': case 'movements': case 'me':
      return { at: head };
    case 'desk':
      return { at: 'movements' };
    case 'boarding':
      return /^\d+$/.test(first) ? { at: 'boarding', trip: Number(first) } : { at: 'movements' };
    case 'record':
      return ID.test(first) ? { at: 'record', id: first } : { at: 'first' };
    case 'pairs':
      return { at: 'pairs' };
    case 'merge':
      return ID.test(first) ? { at: 'merge', one: first, ...(ID.test(second) ? { other: second } : {}) } : { at: 'first' };
    case 'new':
      return /^[a-z0-9_-]+$/.test(first) ? { at: 'new', form: first, ...(ID.test(second) ? { parent: second } : {}) } : { at: 'first' };
    default:
      return { at: 'first' };
  }
}

/** The page that a place belongs to, for the menu. */
export function pageOf(route: Route, pages: Page[]): Page | undefined {
  switch (route.at) {
    case 'first': return pages[0];
    case 'boarding': return 'movements';
    case 'pairs': return 'people';
    case 'record': case 'new': case 'merge': case 'me': return undefined;
    default: return route.at;
  }
}

export const recordAddress = (id: string) => `#record/${id}`;
export const newAddress = (form: string, parent?: string) => `#new/${form}${parent ? `/${parent}` : ''}`;
export const mergeAddress = (one: string, other?: string) => `#merge/${one}${other ? `/${other}` : ''}`;
