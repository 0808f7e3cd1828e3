import { describe, expect, it } from 'vitest';
import { createInputDecoder } from '../../src/terminal/input-decoder.js';
import { byEffort } from '../support/effort.js';
import { ROWS } from '../support/layers.js';
import { campaign, replay } from './campaign.js';
import { PLACES } from './coverage.js';
import { frameFault } from './frame.js';
import { playInTerminals } from './in-terminals.js';
import { sequenceOf } from './keys.js';
import { spellSteps } from './step.js';

const SEED = 31;
const LONG_MS = 3_600_000;

describe('whatever is pressed', () => {
	it(
		'shows sound frames, ends on Ctrl-C, and is kept',
		async () => {
			const { failure, seen } = await campaign(SEED, byEffort(27_000, 80));
			expect(failure && { ...failure, steps: spellSteps(failure.steps) }).toBeNull();
			expect(seen.size).toBeGreaterThan(2);
			const missed = byEffort(PLACES, []).filter((place) => !seen.has(place));
			expect(missed).toEqual([]);
		},
		LONG_MS,
	);

	it(
		'is answered in a terminal too',
		async () => {
			expect(await playInTerminals(SEED, byEffort(3000, 40))).toMatchObject({ failures: [] });
		},
		LONG_MS,
	);
});

it('a terminal sends every key of the table, and it comes back by its name', () => {
	const decoder = createInputDecoder();
	for (const name of new Set(ROWS.flatMap(({ keys }) => keys))) {
		// Terminals differ: here it is Backspace itself.
		if (name === 'ctrl+backspace') continue;
		const inputs = [...decoder.push(Buffer.from(sequenceOf(name))), ...decoder.flush()];
		expect(inputs, name).toEqual([{ type: 'key', name }]);
	}
});

it('a frame is sound when it fits and nothing in it controls', () => {
	const size = { columns: 10, rows: 2 };
	expect(frameFault('\u001b[1mten wide..\u001b[22m\nsecond', size)).toBeNull();
	expect(frameFault('eleven wide', size)).toMatch('11 columns in 10');
	expect(frameFault('a\nb\nc', size)).toMatch('3 lines in 2 rows');
	expect(frameFault('a\ud800b', size)).toMatch('not for print');
	expect(frameFault('a\u001b[2Jb', size)).toMatch('not for print');
});

it('steps are spelt so that a shell and JSON.parse give them back', () => {
	const steps = [{ bytes: "it's \u001b\u00e9" }, { size: [1, 2] as const }];
	expect(spellSteps(steps)).toMatch(/^[ -&(-~]+$/);
	expect(JSON.parse(spellSteps(steps))).toEqual(steps);
});

it('plays steps from a place on, whatever they are', async () => {
	expect(await replay([{ start: 2 }, { bytes: 'l' }, { files: 'change' }, { seconds: 5 }, { start: 16 }])).toBeNull();
});
