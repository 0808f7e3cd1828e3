import type { Shape } from './case.js';
import type { Mechanism } from './fault.js';
import { falseEasy, missingOverride, routeDrift, tierForDifficulty } from './mix-faults.js';
import { repairLoop, selfApproval, slowFallback } from './repair-faults.js';

/** How each shape comes about. */
export const MECHANISMS: Readonly<Record<Shape, Mechanism>> = {
	F1: falseEasy,
	F2: selfApproval,
	F3: repairLoop,
	F4: tierForDifficulty,
	F5: routeDrift,
	F6: missingOverride,
	F7: slowFallback,
};
