import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { isPlain } from '../../build/fast/plain-text.js';
import { segments } from '../../build/fast/segments.js';

const units = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit));
const plain = units.filter(isPlain);
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

describe('plain text', () => {
	it('includes the characters of the screens', () => {
		expect(isPlain('Week 31 · 4.0% ▲ +0.5 pp — “q(p)” ≥ 0.9 │ ┌─┐ ▁▂▃ → ✓ ✗ ×²½ σθ …')).toBe(true);
		for (const text of ['日本', '🚦', 'e\u0301', '\r\n', 'a\u200Db', '\u2764\uFE0F']) expect(isPlain(text)).toBe(false);
	});

	it('has one column per unit, or none for a control character', () => {
		const wrong = plain.filter((unit) => stringWidth(unit) !== (/\p{Control}/u.test(unit) ? 0 : 1));
		expect(wrong).toEqual([]);
	});

	it('has one grapheme per unit, whatever its neighbours', () => {
		const joined = plain.filter((unit) => {
			const text = `a${unit}${unit}\u2192${unit}\n`;
			return [...segmenter.segment(text)].length !== text.length;
		});
		expect(joined).toEqual([]);
	});
});

describe('segments', () => {
	it.each(['', 'plain →', 'e\u0301 日 👩‍👩‍👧 x'])('equal those of Intl.Segmenter: %j', (text) => {
		const ours = segments(text);
		const theirs = segmenter.segment(text);
		const toPairs = (all: Iterable<{ segment: string; index: number }>) =>
			[...all].map(({ segment, index }) => [segment, index]);
		expect(toPairs(ours)).toEqual(toPairs(theirs));
		for (let i = -1; i <= text.length; i++) {
			expect(ours.containing(i)?.segment).toBe(theirs.containing(i)?.segment);
			expect(ours.containing(i)?.index).toBe(theirs.containing(i)?.index);
		}
	});
});
