import { expect, it } from 'vitest';
import { METRIC_NAMES } from '../../src/engine/scenario.js';
import { reasonText } from '../../src/present/format/null-reasons.js';

it.each(METRIC_NAMES)('the short reason why %s has no value fits a column of figures', (metric) => {
	for (const reason of ['not-applicable', 'undefined'] as const)
		for (const gap of [false, true]) {
			const { short } = reasonText(metric, reason, gap);
			expect(short.length).toBeGreaterThan(0);
			expect(short.length).toBeLessThanOrEqual(10);
		}
});
