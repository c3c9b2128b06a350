// What is late in a caseload; its order is the server's.
import type { Line } from '../../api/records';

export const overdue = (line: Line, now = Date.now()) => line.due !== undefined && Date.parse(line.due) < now;
