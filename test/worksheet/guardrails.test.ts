import { describe, expect, it } from 'vitest';
import { writeScenario } from '../../src/content/index.js';
import { computeOutcome, METRIC_NAMES, scenarioProblems } from '../../src/engine/index.js';
import {
	fieldAt,
	hasKey,
	type Sheet,
	sheetFromTemplate,
	withAssumption,
	withGuardrail,
	withNumber,
	withoutGuardrail,
	withTrigger,
} from '../../src/worksheet/index.js';
import { newSheet, template, unwrap } from './sheets.js';

const setField = (sheet: Sheet, id: string, value: string | null): Sheet => {
	const field = fieldAt(sheet, 'pressure', id);
	if (!field) throw new Error(`no field ${id}`);
	return unwrap(field.set(value));
};
/** Metrics limited relative to the baseline, which the template already breaks. */
const RELATIVE: readonly string[] = [
	'resolution',
	'handoff',
	'silent',
	'falseEasy',
	'avoidable',
	'repairLoad',
	'highRiskSmall',
	'smallShare',
	'cpt50',
	'cpt80',
	'pgr',
];
const BOARD = { metric: 'resolution', segment: null } as const;

describe('the rollback trigger', () => {
	it('is the guardrail on its metric, or a new one if there is none', () => {
		const existing = unwrap(withTrigger(newSheet(), BOARD));
		expect(existing.scenario.guardrails).toHaveLength(newSheet().scenario.guardrails.length);
		const added = unwrap(withTrigger(existing, { metric: 'falseEasy', segment: null }));
		expect(added.scenario.guardrails).toHaveLength(existing.scenario.guardrails.length + 1);
		expect(added.worksheet.trigger).toEqual({ metric: 'falseEasy', segment: null });
	});

	it('removes an untouched draft when it moves to another metric, and keeps an edited one', () => {
		const added = unwrap(withTrigger(newSheet(), { metric: 'falseEasy', segment: null }));
		expect(unwrap(withTrigger(added, BOARD)).scenario.guardrails.map(({ metric }) => metric)).not.toContain(
			'falseEasy',
		);
		const owned = setField(added, 'guardrails.falseEasy.owner', 'Ada');
		expect(unwrap(withTrigger(owned, BOARD)).scenario.guardrails.map(({ metric }) => metric)).toContain('falseEasy');
	});

	it('keeps a draft with a changed limit, and one that the assumption varies', () => {
		const added = unwrap(withTrigger(newSheet(), { metric: 'falseEasy', segment: null }));
		const limited = unwrap(withNumber(added, 'guardrails.falseEasy.limit', 0.2));
		expect(unwrap(withTrigger(limited, BOARD)).scenario.guardrails.map(({ metric }) => metric)).toContain('falseEasy');
		const varied = unwrap(withAssumption(added, 'guardrails.falseEasy.limit', '30%'));
		const moved = unwrap(withTrigger(varied, BOARD));
		expect(scenarioProblems(moved.scenario)).toEqual([]);
	});

	it.each(METRIC_NAMES)('on %s has a limit and holds at first if measured', (metric) => {
		const sheet = sheetFromTemplate(template('support-bot'), { id: 'mine', title: 'Mine' });
		const bare = { ...sheet, scenario: { ...sheet.scenario, guardrails: [] } };
		const added = unwrap(withTrigger(bare, { metric, segment: null }));
		const [state] = computeOutcome(added.scenario).guardrails;
		if (state?.value !== null && !RELATIVE.includes(metric))
			expect(state?.state, JSON.stringify(state)).not.toBe('breached');
		expect(state?.limit).not.toBeNull();
	});

	it('follows its guardrail to another slice, and is cleared when that is removed', () => {
		const sheet = setField(unwrap(withTrigger(newSheet(), BOARD)), 'guardrails.resolution.segment', 'outage');
		expect(sheet.worksheet.trigger).toEqual({ metric: 'resolution', segment: 'outage' });
		expect(unwrap(withoutGuardrail(sheet, { metric: 'resolution', segment: 'outage' })).worksheet.trigger).toBeNull();
	});
});

describe('guardrails', () => {
	it('keep their state when the limit changes its kind and back', () => {
		for (const segment of [null, 'outage']) {
			const base = setField(newSheet(), 'guardrails.resolution.segment', segment ?? '');
			const key = segment === null ? 'resolution' : `resolution.${segment}`;
			const at = { metric: 'resolution', segment } as const;
			const state = (sheet: Sheet) => computeOutcome(sheet.scenario).guardrails.find(hasKey(at));
			const absolute = setField(base, `guardrails.${key}.kind`, 'atLeast');
			expect(state(absolute)?.limit).toBeCloseTo(state(base)?.limit ?? Number.NaN, 9);
			expect(state(absolute)?.state).toBe(state(base)?.state);
			const relative = setField(absolute, `guardrails.${key}.kind`, 'atLeast-baseline');
			expect(relative.scenario.guardrails.find(hasKey(at))?.limit).toBeCloseTo(
				base.scenario.guardrails.find(hasKey(at))?.limit ?? Number.NaN,
				9,
			);
		}
	});

	it.each(['cpt50', 'cpt80', 'falseHard', 'resolution', 'latencyP95', 'saving', 'pgr'] as const)(
		'on %s stay valid in a file with every kind of limit',
		(metric) => {
			let sheet = unwrap(withTrigger(newSheet(), { metric, segment: null }));
			for (const kind of ['atMost-baseline', 'atMost', 'atLeast', 'atLeast-baseline', 'atMost']) {
				const changed = fieldAt(sheet, 'pressure', `guardrails.${metric}.kind`)?.set(kind);
				if (changed?.ok) sheet = changed.value;
				expect(writeScenario(sheet, null, 'mine.yaml').ok, kind).toBe(true);
			}
		},
	);

	it('are unique per metric and slice', () => {
		expect(withGuardrail(newSheet(), BOARD)).toMatchObject({ ok: false });
		const two = setField(
			unwrap(withGuardrail(setField(newSheet(), 'guardrails.resolution.segment', 'outage'), BOARD)),
			'guardrails.resolution.owner',
			'Ada',
		);
		const field = fieldAt(two, 'pressure', 'guardrails.resolution.segment');
		expect(field?.set('outage')).toMatchObject({ ok: false, message: expect.stringContaining('already') });
	});
});
