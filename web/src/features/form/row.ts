// What was filled in: answers by field, and the rows of each repeat, each of which becomes a record of its own.
import { uuid } from '../../api/ids';
import type { Given } from '../../api/records';

export type Row = { id: string; given: Record<string, Given>; rows: Record<string, Row[]> };

export const newRow = (given: Record<string, Given> = {}): Row => ({ id: uuid(), given, rows: {} });

/** Nothing was answered: not asked, or not applicable. */
export const isBlank = (given: Given | undefined) => !given || (given.silence === undefined && (given.value === undefined || given.value === null || given.value === ''));
