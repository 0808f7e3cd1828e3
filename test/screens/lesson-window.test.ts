import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInWindow, maxTop, type PageLayout, placeOfLine, windowTop } from '../../src/screens/lesson/window.js';

const page = (changes: Partial<PageLayout> = {}): PageLayout => ({
	total: 60,
	height: 20,
	starts: [0, 10, 25, 50],
	focusLine: null,
	...changes,
});

describe('the window of a lesson', () => {
	it('starts at the reader’s line of a block, and ends with the last line of the page', () => {
		expect(windowTop(page(), { block: 1, line: 4 }, false)).toBe(14);
		expect(windowTop(page(), { block: 3, line: 5 }, false)).toBe(40);
		expect(maxTop(page({ total: 5 }))).toBe(0);
	});

	it('stays in its block when a wider window leaves that fewer lines', () => {
		expect(windowTop(page({ starts: [0, 5, 12, 30], total: 40 }), { block: 1, line: 14 }, false)).toBe(11);
	});

	it('scrolls as little as needed to show the focus, and only if it follows it', () => {
		const at = { block: 0, line: 5 };
		expect(windowTop(page({ focusLine: 40 }), at, false)).toBe(5);
		expect(windowTop(page({ focusLine: 40 }), at, true)).toBe(23);
		// The whole block fits: lines 50 to 59.
		expect(windowTop(page({ focusLine: 51 }), at, true)).toBe(40);
		expect(windowTop(page({ focusLine: 2 }), at, true)).toBe(0);
		expect(windowTop(page({ focusLine: 12 }), at, true)).toBe(5);
	});

	it('returns to the same line from a stored place, for any page', () => {
		const pages = fc
			.record({
				lengths: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
				height: fc.integer({ min: 1, max: 50 }),
			})
			.map(({ lengths, height }) => {
				const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((sum, one) => sum + one, 0));
				return page({ starts, height, total: lengths.reduce((sum, one) => sum + one, 0) });
			});
		fc.assert(
			fc.property(pages, fc.nat(200), (layout, line) => {
				const top = Math.min(line, maxTop(layout));
				expect(windowTop(layout, placeOfLine(layout, top), false)).toBe(top);
			}),
		);
	});

	it('shows the focus after following it, for any page', () => {
		fc.assert(
			fc.property(fc.nat(59), fc.nat(59), fc.integer({ min: 1, max: 70 }), (focusLine, line, height) => {
				const layout = page({ focusLine, height });
				const top = windowTop(layout, placeOfLine(layout, Math.min(line, maxTop(layout))), true);
				expect(isInWindow(layout, top, focusLine)).toBe(true);
			}),
		);
	});
});
