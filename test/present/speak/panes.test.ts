import { describe, expect, it } from 'vitest';
import { inputAt, inputValue, setInput, stepInput } from '../../../src/engine/inputs/index.js';
import type { Scenario } from '../../../src/engine/scenario.js';
import { computeLab, type LabInput } from '../../../src/present/board/lab-input.js';
import { PANES, type PaneId, paneGrid, paneModel } from '../../../src/present/pane/pane.js';
import { layoutPane } from '../../../src/present/pane/pane-layout.js';
import { speakBlocks, speakPane } from '../../../src/present/speak/blocks.js';
import { type TableModel, textOf } from '../../../src/text/line.js';
import { sampleGrid } from '../../support/effort.js';
import { SHIPPED_IDS, shippedScenario } from '../../support/shipped.js';
import { unspeakable, unspokenFigures, withoutScale } from '../../support/spoken.js';

/** Returns the lines of a pane in a window large enough for all of it. */
function drawn(id: PaneId, input: LabInput, focus: string | null): readonly string[] {
	const pane = paneModel(id, input, { focus });
	const empty = pane.blocks.flatMap((block) => (block.kind === 'table' ? emptyLabels(block.table) : []));
	const lines = layoutPane(pane, { width: 200, height: 400, focus }).map(textOf);
	return (id === 'curve' ? withoutScale(lines) : lines).map((line) =>
		empty.reduce((left, label) => left.replace(label, ''), line),
	);
}

/** Returns the labels of empty columns, which are on screen but not spoken. */
const emptyLabels = ({ columns, rows }: TableModel): readonly string[] =>
	columns.flatMap(({ label }, i) => (rows.every(({ cells }) => cells[i]?.text === '') ? [label] : []));

/** Returns a scenario after a few steps of an input. */
function afterEdit(scenario: Scenario, path: string): Scenario {
	const input = inputAt(scenario, path);
	if (!input) throw new Error(`no input ${path}`);
	const now = inputValue(scenario, input);
	const changed = setInput(scenario, path, stepInput(input, now, now === input.range.min ? 3 : -3));
	if (!changed.ok) throw new Error(changed.message);
	return changed.value;
}

describe.each(SHIPPED_IDS.map((id, nth) => [id, nth] as const))('the spoken panes of %s', (scenarioId, nth) => {
	const { scenario } = shippedScenario(scenarioId);
	const states = (id: PaneId): readonly (readonly [name: string, input: LabInput])[] => {
		const [focus = 'threshold'] = paneGrid(id, computeLab(scenario, null, null)).flat();
		const now = afterEdit(scenario, focus);
		return [
			['as it is', computeLab(scenario, null, null)],
			['after an edit', computeLab(now, scenario, null)],
			['against a pin', computeLab(now, scenario, scenario)],
			...(id === 'trace'
				? [
						[
							'halfway through a request',
							computeLab(scenario, null, null, { trace: { seed: 31, index: 4, stage: 3 } }),
						] as const,
					]
				: []),
		];
	};

	it.each(sampleGrid(PANES, nth, 3))('has every figure of the pane %s, in words alone', (id) => {
		for (const [name, input] of states(id)) {
			const [focus = null] = paneGrid(id, input).flat();
			const spoken = speakPane(id, { input, focus });
			expect(unspokenFigures(drawn(id, input, focus), spoken), name).toEqual([]);
			expect(unspeakable(spoken), name).toEqual([]);
		}
	});

	it.each(sampleGrid(PANES, nth + 1, 3))(
		'has every figure of a row of the pane %s in the sentence of the row',
		(id) => {
			for (const [name, input] of states(id))
				for (const block of paneModel(id, input).blocks) {
					if (block.kind !== 'table') continue;
					const { rows, notes } = block.table;
					const spoken = speakBlocks([block], { input, focus: null });
					const sentences = spoken.slice(spoken.length - notes.length - rows.length);
					for (const [i, row] of rows.entries()) {
						const texts = row.cells.map(({ text }) => text);
						if (row.kind !== 'delta')
							expect(unspokenFigures(texts, sentences.slice(i, i + 1)), `${name}: ${sentences[i]}`).toEqual([]);
					}
				}
		},
	);
});

describe('the spoken Signals pane', () => {
	const rows = (id: string): readonly string[] =>
		speakPane('signals', { input: computeLab(shippedScenario(id).scenario, null, null), focus: null });

	it('has the value of every week where bars are drawn, and the week of the alarm', () => {
		expect(rows('week-31')).toContain(
			'Escalation rate: weeks 28 to 33: 0.2%, 0.2%, 0.8%, 4.4%, 3.7%, 8.2%; first week 0.2%; last week 8.2%; alarm worse; since week 30; seen in week 30.',
		);
	});

	it('distinguishes “none” from “not measured”', () => {
		const highRisk = rows('repair-loop').find((sentence) => sentence.startsWith('High-risk small: '));
		expect(highRisk).toBe(
			'High-risk small: weeks 14 to 17: none, none, none, none; first week none; last week none; alarm none; since none; seen none.',
		);
	});
});
