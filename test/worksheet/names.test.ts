import { describe, expect, it } from 'vitest';
import { freeName, nameFrom } from '../../src/worksheet/index.js';

describe('names of worksheets', () => {
	it.each([
		['My Help Desk', 'my-help-desk'],
		['  Prix élevés! ', 'prix-eleves'],
		['../../etc/passwd', 'etc-passwd'],
		['漢字', ''],
		['x'.repeat(200), 'x'.repeat(60)],
	])('%j is %j', (words, name) => {
		expect(nameFrom(words)).toBe(name);
	});

	it('are free, possible and not empty', () => {
		expect(freeName('Week 31', ['week-31'])).toMatchObject({
			ok: false,
			message: 'there is a scenario week-31 already',
		});
		expect(freeName('CON', [])).toMatchObject({ ok: false });
		expect(freeName('漢字', [])).toMatchObject({ ok: false });
		expect(freeName('Help desk', ['other'])).toEqual({ ok: true, value: 'help-desk' });
	});
});
