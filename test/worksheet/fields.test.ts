import { describe, expect, it } from 'vitest';
import { loadScenario, writeScenario } from '../../src/content/index.js';
import {
	copySheet,
	fieldsOf,
	gapsOf,
	type Sheet,
	STEPS,
	withAssumption,
	withTrigger,
} from '../../src/worksheet/index.js';
import { HOSTILE_TEXTS } from '../support/hostile.js';
import { newSheet, unwrap } from './sheets.js';

/** Returns a worksheet with every text field filled in and every choice made. */
function fillSheet(text: string, sheet = newSheet()): Sheet {
	let current = unwrap(
		withTrigger(unwrap(withAssumption(sheet, 'segments.howto.repairRate', '20%')), { metric: 'silent', segment: null }),
	);
	for (const { id: step } of STEPS)
		for (const { id } of fieldsOf(current, step)) {
			const field = fieldsOf(current, step).find((candidate) => candidate.id === id);
			if (!field || id === 'assumption' || id === 'trigger' || field.choices.length > 0) continue;
			current = unwrap(field.set(text.slice(0, field.maxLength)));
		}
	for (const id of ['D1', 'D2', 'D3', 'D4'])
		current = unwrap(
			fieldsOf(current, 'review')
				.find((candidate) => candidate.id === `review.${id}.answer`)
				?.set('yes') ?? { ok: true, value: current },
		);
	return unwrap(
		fieldsOf(current, 'predict')
			.find(({ id }) => id === 'atRisk')
			?.set('resolution') ?? { ok: true, value: current },
	);
}

describe('the fields of a worksheet', () => {
	it('leave no gap before the review once all are filled in', () => {
		expect(gapsOf(fillSheet('said'))).toEqual([]);
	});

	it.each(STEPS.flatMap(({ id: step }) => fieldsOf(fillSheet('said'), step).map(({ id }) => [step, id] as const)))(
		'%s: %s is reported as a gap when emptied, or cannot be emptied',
		(step, id) => {
			const sheet = fillSheet('said');
			const field = fieldsOf(sheet, step).find((candidate) => candidate.id === id);
			if (!field) throw new Error('gone');
			const emptied = field.set(null);
			// A review does not require model names, slices of guardrails or risks.
			if (
				emptied.ok &&
				!/^models\./.test(id) &&
				!/\.(segment|kind|risk)$/.test(id) &&
				!/^guardrails\.(?!silent)/.test(id) &&
				id !== 'source'
			)
				expect(gapsOf(emptied.value).map(({ field: missing }) => missing)).toContain(id);
		},
	);

	it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 30), text] as const))(
		'store %j harmlessly, in the file too',
		(_, text) => {
			const sheet = fillSheet(text);
			const written = writeScenario(sheet, null, 'mine.yaml');
			if (!written.ok) throw new Error(JSON.stringify(written.problems.map(({ message }) => message)));
			expect(loadScenario(written.text, 'mine.yaml')).toEqual({
				ok: true,
				document: sheet,
				warnings: expect.any(Function),
			});
			// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
			expect(JSON.stringify(sheet.worksheet)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
		},
	);

	it('reject a text that is too long and say by how much', () => {
		const title = fieldsOf(newSheet(), 'feature').find(({ id }) => id === 'title');
		expect(title?.set('x'.repeat(700))).toMatchObject({ ok: false, message: '700 characters are 580 too many' });
		expect(title?.set('  ')).toMatchObject({ ok: false });
	});

	it('never split a surrogate pair when a text is shortened', () => {
		const change = fieldsOf(newSheet(), 'feature').find(({ id }) => id === 'change');
		const long = unwrap(change?.set(`${'c'.repeat(599)}😀 more`) ?? { ok: true, value: newSheet() });
		expect(long.summary).toBe('c'.repeat(599));
		expect(writeScenario(long, null, 'mine.yaml').ok).toBe(true);
		const copy = copySheet(long, `${'t'.repeat(119)}😀`);
		expect(copy.scenario.title).toBe('t'.repeat(119));
	});

	it('update a generated summary with title and change, and keep a written one', () => {
		const set = (sheet: Sheet, id: string, text: string): Sheet =>
			unwrap(
				fieldsOf(sheet, 'feature')
					.find((field) => field.id === id)
					?.set(text) ?? { ok: true, value: sheet },
			);
		expect(set(newSheet(), 'title', 'Other').summary).toBe('A feature of our own: Other.');
		expect(set(newSheet(), 'change', 'All small').summary).toBe('All small');
		expect(set({ ...newSheet(), summary: 'Mine.' }, 'change', 'All small').summary).toBe('Mine.');
	});

	it('reject a value that is not among the choices', () => {
		const risk = fieldsOf(newSheet(), 'slices').find(({ id }) => id === 'segments.howto.risk');
		expect(risk?.set('huge')).toMatchObject({ ok: false, help: 'There are low, medium, high.' });
	});

	it('store one assumption at a time, as a state that the lab can enter', () => {
		const first = unwrap(withAssumption(newSheet(), 'segments.howto.repairRate', '20%'));
		const second = unwrap(withAssumption(first, 'handoffCost', '12'));
		expect(second.scenario.states).toMatchObject([{ id: 'assumption', set: { handoffCost: 12 } }]);
		expect(withAssumption(newSheet(), 'handoffcost', '12')).toMatchObject({
			ok: false,
			help: expect.stringContaining('handoffCost'),
		});
		expect(withAssumption(newSheet(), 'segments.howto.repairRate', '200%')).toMatchObject({ ok: false });
		expect(withAssumption(newSheet(), 'segments.howto.repairRate', '3%')).toMatchObject({
			ok: false,
			message: 'it is 3% already',
		});
		const named = fieldsOf(first, 'slices')
			.find(({ id }) => id === 'segments.howto.name')
			?.set('Basics');
		expect(named && unwrap(named).scenario.states[0]?.name).toBe('If Basics · repair rate were 20%');
	});
});

describe('gapsOf', () => {
	it('requires both sides of each row (M9)', () => {
		const rows = gapsOf(newSheet()).filter(({ step }) => step === 'rows');
		expect(rows.map(({ says }) => says)[0]).toBe(
			'the row “All strong” does not say what improved and what may have worsened',
		);
		expect(rows).toHaveLength(5);
	});
});
