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

describe('the program under random input', () => {
	it(
		'shows valid frames, ends on Ctrl-C, and leaves readable files',
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
		'keeps answering in a terminal',
		async () => {
			expect(await playInTerminals(SEED, byEffort(3000, 40))).toMatchObject({ failures: [] });
		},
		LONG_MS,
	);
});

it('the decoder decodes the sequence of every bound key to its name', () => {
	const decoder = createInputDecoder();
	for (const name of new Set(ROWS.flatMap(({ keys }) => keys))) {
		// Some terminals send this for Backspace itself, and the decoder decodes it as that.
		if (name === 'ctrl+backspace') continue;
		const inputs = [...decoder.push(Buffer.from(sequenceOf(name))), ...decoder.flush()];
		expect(inputs, name).toEqual([{ type: 'key', name }]);
	}
});

it('frameFault accepts a frame only if it fits and has no control characters', () => {
	const size = { columns: 10, rows: 2 };
	expect(frameFault('\u001b[1mten wide..\u001b[22m\nsecond', size)).toBeNull();
	expect(frameFault('eleven wide', size)).toMatch('11 columns in 10');
	expect(frameFault('a\nb\nc', size)).toMatch('3 lines in 2 rows');
	expect(frameFault('a\ud800b', size)).toMatch('not for print');
	expect(frameFault('a\u001b[2Jb', size)).toMatch('not for print');
});

it('spellSteps spells steps so that they survive shell quotes and JSON.parse', () => {
	const steps = [{ bytes: "it's \u001b\u00e9" }, { size: [1, 2] as const }];
	expect(spellSteps(steps)).toMatch(/^[ -&(-~]+$/);
	expect(JSON.parse(spellSteps(steps))).toEqual(steps);
});

it('replay plays steps of every kind without a failure', async () => {
	expect(await replay([{ start: 2 }, { bytes: 'l' }, { files: 'change' }, { seconds: 5 }, { start: 16 }])).toBeNull();
});
