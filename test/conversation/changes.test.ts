import { describe, expect, it } from 'vitest';
import { changedSentences } from '../../src/conversation/changes.js';

describe('the sentences about a change', () => {
	it('are none if nothing but the focus, a clock or the name of the last edit changed', () => {
		expect(
			changedSentences(
				['FAQ: small 84.0%, in focus; repair 0.0%.', '9:05 left.', 'Last edit: none.'],
				['FAQ: small 84.0%; repair 0.0%, in focus.', '9:04 left.', 'Last edit: FAQ.'],
			),
		).toEqual([]);
	});

	it('are new sentences in the order of the screen', () => {
		expect(changedSentences(['A.', 'C.'], ['A.', 'B.', 'C.', 'D.'])).toEqual(['B.', 'D.']);
	});

	it('are of a row its name and what changed', () => {
		expect(
			changedSentences(
				['FAQ: small 84.0%; right 96.0%; override off.'],
				['FAQ: small 83.0%, down 1.0 points; right 96.0%; override off.'],
			),
		).toEqual(['FAQ: small 83.0%, down 1.0 points.']);
	});

	it('are of a condition also whether it holds now', () => {
		expect(
			changedSentences(
				['Not met: resolution: yours 94.1%, limit at least 96.1%.'],
				['Met: resolution: yours 96.5%, limit at least 96.1%.'],
			),
		).toEqual(['Met: resolution: yours 96.5%.']);
	});

	it('have the whole verdict and its causes, because each of them depends on the others', () => {
		const after = [
			'Roll back: high-risk small 38.8%, limit 5.0% (risk).',
			'Unclear: resolution (product), held: 2 of 5.',
		];
		const before = [
			'Roll back: resolution 95.5%, limit 96.1% (product); high-risk small 38.8%, limit 5.0% (risk).',
			'Unclear: silent failures (trust and safety), held: 2 of 5.',
		];
		expect(changedSentences(before, after)).toEqual(after);
	});

	it('have the item that is chosen now', () => {
		expect(changedSentences(['1: A, chosen.', '2: B.'], ['1: A.', '2: B, chosen.'])).toEqual(['2: B, chosen.']);
	});
});
