import { describe, expect, it } from 'vitest';
import { enterValue, stepValue } from '../../src/board/edit.js';
import { currentEntry, openLab, recordLessonEntry } from '../../src/board/lab.js';
import { shippedScenario } from '../support/shipped.js';

describe('a check that is off', () => {
	const lab = openLab(shippedScenario('week-31').scenario);

	it.each(['catches', 'falseAlarms', 'cost', 'latency'])('takes no %s before it is switched on', (field) => {
		expect(enterValue(lab, `check.${field}`, 0.5)).toMatchObject({ ok: false, message: 'the check is off' });
		expect(stepValue(lab, `check.${field}`, 1).ok).toBe(false);
	});

	it('takes them once it is on', () => {
		const on = enterValue(lab, 'check', 'on');
		if (!on.ok) throw new Error(on.message);
		const set = enterValue(on.value, 'check.latency', 400);
		if (!set.ok) throw new Error(set.message);
		expect(set.value.history.at(-1)?.scenario.check).toMatchObject({ catches: 0.9, latency: 400 });
	});

	it('has its rates of before when it is switched on again, but not those of another lesson', () => {
		const edit = (from: typeof lab, path: string, value: 'on' | 'off' | number): typeof lab => {
			const result = enterValue(from, path, value);
			if (!result.ok) throw new Error(result.message);
			return result.value;
		};
		const off = edit(edit(edit(lab, 'check', 'on'), 'check.falseAlarms', 0.12), 'check', 'off');
		expect(currentEntry(edit(off, 'check', 'on')).scenario.check).toMatchObject({ falseAlarms: 0.12 });
		const next = recordLessonEntry(off, { scenario: lab.loaded, edits: [], description: 'opened a lesson' });
		expect(currentEntry(edit(next, 'check', 'on')).scenario.check).toMatchObject({ falseAlarms: 0.05 });
	});
});
