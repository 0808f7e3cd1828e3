import { describe, expect, it } from 'vitest';
import { likely } from '../../src/content/explain/likely.js';

describe('likely', () => {
	const known = ['id', 'name', 'share', 'risk', 'routedSmall', 'repairRate', 'easyShare', 'routerAuc', 'strongOnEasy'];

	it.each([
		['routedsmall', 'routedSmall'],
		['routed_small', 'routedSmall'],
		['routed-small', 'routedSmall'],
		['auc', 'routerAuc'],
		['repairrrate', 'repairRate'],
		['shrae', 'share'],
		['nmae', 'name'],
		['strongOnEasi', 'strongOnEasy'],
	])('takes %s for %s', (typed, meant) => {
		expect(likely(typed, known)).toBe(meant);
	});

	it.each(['colour', 'x', 'd', '', 'latency', 'a'.repeat(1_000)])('returns null for %s', (typed) => {
		expect(likely(typed, known)).toBeNull();
	});
});
