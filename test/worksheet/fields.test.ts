import { describe, expect, it } from 'vitest';
import { loadScenario, writeScenario } from '../../src/content/index.js';
import { copied, fieldsOf, gapsOf, type Sheet, STEPS, withAssumption, withTrigger } from '../../src/worksheet/index.js';
import { HOSTILE } from '../support/hostile.js';
import { aSheet, taken } from './sheets.js';

/** A worksheet with every field of words filled in, and every choice made. */
function filled(text: string, sheet = aSheet()): Sheet {
	let now = taken(
		withTrigger(taken(withAssumption(sheet, 'segments.howto.repairRate', '20%')), { metric: 'silent', segment: null }),
	);
	for (const { id: step } of STEPS)
		for (const { id } of fieldsOf(now, step)) {
			const field = fieldsOf(now, step).find((one) => one.id === id);
			if (!field || id === 'assumption' || id === 'trigger' || field.choices.length > 0) continue;
			now = taken(field.set(text.slice(0, field.most)));
		}
	for (const id of ['D1', 'D2', 'D3', 'D4'])
		now = taken(
			fieldsOf(now, 'review')
				.find((one) => one.id === `review.${id}.answer`)
				?.set('yes') ?? { ok: true, value: now },
		);
	return taken(
		fieldsOf(now, 'predict')
			.find(({ id }) => id === 'atRisk')
			?.set('resolution') ?? { ok: true, value: now },
	);
}

describe('the fields of a worksheet', () => {
	it('make it ready for review, all of them together', () => {
		expect(gapsOf(filled('said'))).toEqual([]);
	});

	it.each(STEPS.flatMap(({ id: step }) => fieldsOf(filled('said'), step).map(({ id }) => [step, id] as const)))(
		'%s: %s is missed when it is emptied, or cannot be',
		(step, id) => {
			const sheet = filled('said');
			const field = fieldsOf(sheet, step).find((one) => one.id === id);
			if (!field) throw new Error('gone');
			const emptied = field.set(null);
			// What model it is, and whose slice, is not asked by a review.
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

	it.each(HOSTILE.map((text) => [text.slice(0, 30), text] as const))(
		'hold %j harmlessly, also in their file',
		(_, text) => {
			const sheet = filled(text);
			const written = writeScenario(sheet, null, 'mine.yaml');
			if (!written.ok) throw new Error(JSON.stringify(written.problems.map(({ message }) => message)));
			expect(loadScenario(written.text, 'mine.yaml')).toEqual({
				ok: true,
				document: sheet,
				warnings: expect.any(Function),
			});
			// biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what this is about
			expect(JSON.stringify(sheet.worksheet)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
		},
	);

	it('say how much too long a text is, and take nothing of it', () => {
		const title = fieldsOf(aSheet(), 'feature').find(({ id }) => id === 'title');
		expect(title?.set('x'.repeat(700))).toMatchObject({ ok: false, message: '700 characters are 580 too many' });
		expect(title?.set('  ')).toMatchObject({ ok: false });
	});

	it('never cut a character in two, wherever a text is shortened', () => {
		const change = fieldsOf(aSheet(), 'feature').find(({ id }) => id === 'change');
		const long = taken(change?.set(`${'c'.repeat(599)}😀 more`) ?? { ok: true, value: aSheet() });
		expect(long.summary).toBe('c'.repeat(599));
		expect(writeScenario(long, null, 'mine.yaml').ok).toBe(true);
		const copy = copied(long, `${'t'.repeat(119)}😀`);
		expect(copy.scenario.title).toBe('t'.repeat(119));
	});

	it('keep a summary that somebody wrote, and follow the title and the change otherwise', () => {
		const set = (sheet: Sheet, id: string, text: string): Sheet =>
			taken(
				fieldsOf(sheet, 'feature')
					.find((field) => field.id === id)
					?.set(text) ?? { ok: true, value: sheet },
			);
		expect(set(aSheet(), 'title', 'Other').summary).toBe('A feature of our own: Other.');
		expect(set(aSheet(), 'change', 'All small').summary).toBe('All small');
		expect(set({ ...aSheet(), summary: 'Mine.' }, 'change', 'All small').summary).toBe('Mine.');
	});

	it('refuse what is none of their choices', () => {
		const risk = fieldsOf(aSheet(), 'slices').find(({ id }) => id === 'segments.howto.risk');
		expect(risk?.set('huge')).toMatchObject({ ok: false, help: 'There are low, medium, high.' });
	});

	it('vary one assumption at a time, as a state that the lab can enter', () => {
		const first = taken(withAssumption(aSheet(), 'segments.howto.repairRate', '20%'));
		const second = taken(withAssumption(first, 'handoffCost', '12'));
		expect(second.scenario.states).toMatchObject([{ id: 'assumption', set: { handoffCost: 12 } }]);
		expect(withAssumption(aSheet(), 'handoffcost', '12')).toMatchObject({
			ok: false,
			help: expect.stringContaining('handoffCost'),
		});
		expect(withAssumption(aSheet(), 'segments.howto.repairRate', '200%')).toMatchObject({ ok: false });
		expect(withAssumption(aSheet(), 'segments.howto.repairRate', '3%')).toMatchObject({
			ok: false,
			message: 'it is 3% already',
		});
		const named = fieldsOf(first, 'slices')
			.find(({ id }) => id === 'segments.howto.name')
			?.set('Basics');
		expect(named && taken(named).scenario.states[0]?.name).toBe('If Basics · repair rate were 20%');
	});
});

describe('readiness', () => {
	it('asks each row for both sides (M9)', () => {
		const rows = gapsOf(aSheet()).filter(({ step }) => step === 'rows');
		expect(rows.map(({ says }) => says)[0]).toBe(
			'the row “All strong” does not say what improved and what may have worsened',
		);
		expect(rows).toHaveLength(5);
	});
});
