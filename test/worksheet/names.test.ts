import { describe, expect, it } from 'vitest';
import { calledAnew, copied, freeName, nameFrom } from '../../src/worksheet/index.js';
import { aSheet } from './sheets.js';

describe('titles of worksheets', () => {
	const mine = aSheet();

	it('follow the name where they spelled it, and what is said of them does too', () => {
		const anew = calledAnew(mine, 'Monday desk');
		expect(anew.scenario.title).toBe('Monday desk');
		expect(anew.summary).toBe('A feature of our own: Monday desk.');
		expect(copied(mine, 'Tuesday desk').summary).toBe('A feature of our own: Tuesday desk.');
	});

	it('stay where they are words of their own', () => {
		const own = { ...mine, summary: 'Ours', scenario: { ...mine.scenario, title: 'What Monday brings' } };
		expect(calledAnew(own, 'other')).toEqual(own);
		expect(copied(own, 'Tuesday desk')).toMatchObject({ summary: 'Ours', scenario: { title: 'Tuesday desk' } });
	});
});

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
			message: 'week-31 is the name of another worksheet or scenario',
		});
		expect(freeName('CON', [])).toMatchObject({ ok: false });
		expect(freeName('漢字', [])).toMatchObject({ ok: false });
		expect(freeName('Help desk', ['other'])).toEqual({ ok: true, value: 'help-desk' });
	});
});
