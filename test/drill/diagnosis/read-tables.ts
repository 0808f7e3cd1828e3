import type { DiagnosisCase, Shape } from '../../../src/drill/diagnosis/index.js';

/**
 * Returns the shapes that the printed tables show. Written independently of the signatures that cases are drawn by, so
 * that the two check each other.
 */
export function shapesInTables({ artifacts }: Pick<DiagnosisCase, 'artifacts'>): readonly Shape[] {
	const [slice, sample, cost, signals, waits] = artifacts.map(({ rows }) => rows);
	if (!slice || !sample || !cost || !signals || !waits) throw new Error('five tables');
	const segments = slice.map(([, small, right, , risk], i) => {
		const [, share, falseEasy, falseHard] = sample[i] ?? [];
		const [p, q] = [parseCell(small), parseCell(right)];
		const easy = p * (q || 0) + parseCell(falseHard);
		return {
			p,
			q,
			risk,
			share: parseCell(share),
			falseEasy: parseCell(falseEasy),
			falseHard: parseCell(falseHard),
			easy,
		};
	});
	const week = (label: string): readonly number[] => row(signals, label).map(parseCell);
	const [firstSmall, lastSmall] = firstAndLast(week('small share'));
	const [firstRedone, redone] = firstAndLast(week('redone on strong'));
	const [firstEscalated, escalated] = firstAndLast(week('escalated'));
	const [firstSilent, silent] = firstAndLast(week('silent failures'));
	const [firstResolved, resolved] = firstAndLast(week('resolved'));
	const [, allBefore = 0, allNow = 0] = row(cost, 'all costs per resolved').map(parseCell);
	const [, , p95 = 0] = row(waits, 'p95').map(parseCell);
	const [, , budget = 0] = row(waits, 'p95 budget').map(parseCell);
	const wrong = segments.reduce((sum, segment) => sum + segment.share * segment.falseEasy, 0) / lastSmall;
	// A random router sends easy requests small in proportion to their share.
	const isRandom = ({ q, easy }: (typeof segments)[number]): boolean => Math.abs(q - easy) < 0.02;
	const evidence: Readonly<Record<Shape, boolean>> = {
		F1:
			segments.some((segment) => segment.p >= 0.5 && segment.falseEasy >= 0.1 && !isRandom(segment)) &&
			lastSmall > firstSmall + 0.03,
		F2: escalated <= 0.8 * firstEscalated && silent >= 1.1 * firstSilent && redone <= 0.55 * wrong,
		F3: redone >= 0.33 && redone > firstRedone + 0.2 && allNow > 1.05 * allBefore,
		F4:
			segments.some((segment) => segment.p >= 0.8 && isRandom(segment)) &&
			segments.some((segment) => segment.p > 0 && segment.p <= 0.12 && segment.falseHard >= 0.6),
		F5:
			week('small share').every((share) => Math.abs(share - firstSmall) < 0.0015) &&
			escalated >= 1.4 * firstEscalated &&
			resolved < firstResolved - 0.008,
		F6: segments.some(({ risk, p, share }) => risk === 'high' && p >= 0.3 && share <= 0.05),
		F7: p95 > budget,
	};
	return (Object.keys(evidence) as Shape[]).filter((shape) => evidence[shape]);
}

/** Parses a cell into the model's units; NaN for a dash. */
function parseCell(cell = ''): number {
	if (cell === '–') return Number.NaN;
	const value = Number(
		cell
			.replaceAll(',', '')
			.replace(/^\$/, '')
			.replace(/( ms|%)$/, ''),
	);
	if (Number.isNaN(value)) throw new Error(`no number: ${cell}`);
	return cell.endsWith('%') ? value / 100 : value;
}

function row(rows: readonly (readonly string[])[], label: string): readonly string[] {
	const found = rows.find(([first]) => first === label);
	if (!found) throw new Error(`no row ${label}`);
	return found.slice(1);
}

const firstAndLast = (values: readonly number[]): readonly [number, number] => [values[0] ?? 0, values.at(-1) ?? 0];
