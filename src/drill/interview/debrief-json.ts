import type { Debrief } from './debrief.js';
import { UNSEEN } from './unseen.js';

/**
 * A debrief for programs: unrounded, ids as they are, ending with a line break. What a terminal might take for more
 * than text is spelt as `\uXXXX`, which reads back as the same.
 */
export const debriefJson = (debrief: Debrief): string =>
	`${JSON.stringify(debrief, null, 2).replace(UNSEEN, (unit) => (unit === '\n' ? unit : spelt(unit)))}\n`;

const spelt = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
