import { describe, expect, it } from 'vitest';
import { checkName, copySheet, renameSheet, worksheetName } from '../../src/worksheet/index.js';
import { newSheet } from './sheets.js';

describe('titles of worksheets', () => {
	const sheet = newSheet();

	it('follow a rename if they matched the old name, and so does the summary', () => {
		const renamed = renameSheet(sheet, 'Monday desk');
		expect(renamed.scenario.title).toBe('Monday desk');
		expect(renamed.summary).toBe('A feature of our own: Monday desk.');
		expect(copySheet(sheet, 'Tuesday desk').summary).toBe('A feature of our own: Tuesday desk.');
	});

	it('stay on a rename if they differ from the name', () => {
		const ownTitle = { ...sheet, summary: 'Ours', scenario: { ...sheet.scenario, title: 'What Monday brings' } };
		expect(renameSheet(ownTitle, 'other')).toEqual(ownTitle);
		expect(copySheet(ownTitle, 'Tuesday desk')).toMatchObject({ summary: 'Ours', scenario: { title: 'Tuesday desk' } });
	});
});

describe('names of worksheets', () => {
	it.each([
		['My Help Desk', 'my-help-desk'],
		['  Prix élevés! ', 'prix-eleves'],
		['../../etc/passwd', 'etc-passwd'],
		['漢字', ''],
		['x'.repeat(200), 'x'.repeat(60)],
	])('turn %j into %j', (words, name) => {
		expect(worksheetName(words)).toBe(name);
	});

	it('must be free, valid and not empty', () => {
		expect(checkName('Week 31', ['week-31'])).toMatchObject({
			ok: false,
			message: 'week-31 is the name of another worksheet or scenario',
		});
		expect(checkName('CON', [])).toMatchObject({ ok: false });
		expect(checkName('漢字', [])).toMatchObject({ ok: false });
		expect(checkName('Help desk', ['other'])).toEqual({ ok: true, value: 'help-desk' });
	});
});
