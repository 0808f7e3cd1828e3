import { describe, expect, it } from 'vitest';
import { exportCommand } from '../../src/commands/export.js';
import { reportCommand } from '../../src/commands/report.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { PANES } from '../../src/present/pane/pane.js';
import { speakLab } from '../../src/screens/lab/speak.js';
import { sampleGrid } from '../support/effort.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';
import { pageTables } from './review/page-tables.js';

/** A sign or a unit that is there twice, or a minus behind the dollar sign. */
const MISWRITTEN = /\$ ?[$−-]|USD [+−±-]?\$|\$[\d.,]+ USD|undefined|NaN/;

const EDITS: Readonly<Record<string, readonly string[]>> = {
	'as shipped': [],
	'with expensive hand-offs': ['handoffCost=2000'],
	'with free hand-offs': ['handoffCost=0'],
};

describe.each(SHIPPED_IDS)('money in the outputs of %s', (id) => {
	it.each(sampleGrid(Object.entries(EDITS), SHIPPED_IDS.indexOf(id), 3))(
		'has one sign and one unit, %s',
		async (_, set) => {
			const options = { set, baseline: [] };
			const text = await reportCommand(id, { ...options, format: 'text' });
			const html = await exportCommand({ ...options, name: id, format: 'html', file: null, force: false, state: null });
			const { scenario } = shippedScenario(id);
			const input = computeLab(withEdits(scenario, ...set), scenario, null);
			const spoken = PANES.flatMap((pane) => speakLab(input, { pane, focus: null, status: '' }));
			const lines = [...text.split('\n'), ...(html ?? '').split('\n'), ...spoken];
			expect(lines.some((line) => /\$\d/.test(line))).toBe(true);
			expect(lines.filter((line) => MISWRITTEN.test(line))).toEqual([]);

			// A heading, a caption or a row that names the unit has figures without a sign.
			const twice = pageTables(html ?? '').flatMap(({ caption, columns, rows }) =>
				rows.flatMap((row) =>
					row.filter(
						(cell, i) => cell.includes('$') && (/USD/.test(`${caption} ${columns[i]}`) || /, USD$/.test(row[0] ?? '')),
					),
				),
			);
			expect(twice).toEqual([]);
		},
	);
});
