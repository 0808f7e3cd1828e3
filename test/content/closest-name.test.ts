import { describe, expect, it } from 'vitest';
import { closestName } from '../../src/content/explain/closest-name.js';

describe('closestName', () => {
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
		expect(closestName(typed, known)).toBe(meant);
	});

	it.each(['colour', 'x', 'd', '', 'latency', 'a'.repeat(1_000)])('returns null for %s', (typed) => {
		expect(closestName(typed, known)).toBeNull();
	});
});
