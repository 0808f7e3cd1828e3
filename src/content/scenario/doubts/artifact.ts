import { formatPercentExactly } from '../../../engine/problems/format.js';
import type { Observed, Segment } from '../../../engine/scenario.js';
import type { ScenarioDocument } from '../document.js';
import type { RuleViolation } from '../rules/rule.js';

/** The observed field that a heading of the artifact stands for. */
const HEADINGS: readonly (readonly [field: keyof Observed, heading: RegExp])[] = [
	['smallSuccess', /\b(?:right|success|correct)\b/i],
	['escalationRate', /\bescal/i],
	['routedSmall', /\b(?:routed )?small\b/i],
];

/** Finds artifact cells that differ from the segment's `observed` values: one of the two was mistyped. */
export function artifactDoubts({ artifact, scenario }: ScenarioDocument): readonly RuleViolation[] {
	if (artifact === null) return [];
	return artifact.rows.flatMap((row, i) => {
		const segment = scenario.segments.find((one) => isNamed(one, row[0]));
		if (!segment?.observed) return [];
		const { observed, name } = segment;
		return row.flatMap((cell, j): RuleViolation[] => {
			const heading = j === 0 ? '' : (artifact.columns[j] ?? '');
			const field = HEADINGS.find(([, words]) => words.test(heading))?.[0];
			const value = field ? observed[field] : null;
			const parsed = parseShare(cell);
			if (!field || value === null || parsed === null || Math.abs(parsed.share - value) <= parsed.rounding) return [];
			return [
				{
					path: ['artifact', 'rows', i, j],
					message: `the artifact shows ${formatPercentExactly(parsed.share)} under ${heading} for ${name}, and observed.${field} is ${formatPercentExactly(value)}`,
					help: 'Look it up at the source, and mend the one that is wrong.',
				},
			];
		});
	});
}

const isNamed = ({ id, name }: Segment, cell: string | number | undefined): boolean =>
	[id, name].some((one) => one.toLowerCase() === String(cell).trim().toLowerCase());

/** Parses the share in a cell, with its largest rounding error; null: the cell shows no share. */
function parseShare(cell: string | number): { readonly share: number; readonly rounding: number } | null {
	const [, digits, sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(String(cell).trim()) ?? [];
	if (digits === undefined) return null;
	const unit = sign === '%' ? 0.01 : 1;
	const share = Number(digits) * unit;
	if (share > 1) return null;
	return { share, rounding: 0.5 * unit * 10 ** -(digits.split('.')[1]?.length ?? 0) + 1e-9 };
}
