import type { DiagnosisCase, Shape } from '../../../src/drill/diagnosis/index.js';

/**
 * A reader of the tables alone, who knows nothing of how they were made: which shapes do the printed figures show?
 * Written apart from the signatures that cases are drawn by, so that the two check each other.
 */
export function shapesOnPaper({ artifacts }: Pick<DiagnosisCase, 'artifacts'>): readonly Shape[] {
	const [slice, sample, cost, signals, waits] = artifacts.map(({ rows }) => rows);
	if (!slice || !sample || !cost || !signals || !waits) throw new Error('five tables');
	const segments = slice.map(([, small, right, , risk], i) => {
		const [, share, falseEasy, falseHard] = sample[i] ?? [];
		const [p, q] = [read(small), read(right)];
		const easy = p * (q || 0) + read(falseHard);
		return { p, q, risk, share: read(share), falseEasy: read(falseEasy), falseHard: read(falseHard), easy };
	});
	const week = (label: string): readonly number[] => row(signals, label).map(read);
	const [firstSmall, lastSmall] = ends(week('small share'));
	const [firstRedone, redone] = ends(week('redone on strong'));
	const [firstEscalated, escalated] = ends(week('escalated'));
	const [firstSilent, silent] = ends(week('silent failures'));
	const [firstResolved, resolved] = ends(week('resolved'));
	const [, allBefore = 0, allNow = 0] = row(cost, 'all costs per resolved').map(read);
	const [, , p95 = 0] = row(waits, 'p95').map(read);
	const [, , budget = 0] = row(waits, 'p95 budget').map(read);
	const wrong = segments.reduce((sum, one) => sum + one.share * one.falseEasy, 0) / lastSmall;
	// A coin sends small what is easy as often as it is easy.
	const coin = ({ q, easy }: (typeof segments)[number]): boolean => Math.abs(q - easy) < 0.02;
	const shows: Readonly<Record<Shape, boolean>> = {
		F1: segments.some((one) => one.p >= 0.5 && one.falseEasy >= 0.1 && !coin(one)) && lastSmall > firstSmall + 0.03,
		F2: escalated <= 0.8 * firstEscalated && silent >= 1.1 * firstSilent && redone <= 0.55 * wrong,
		F3: redone >= 0.33 && redone > firstRedone + 0.2 && allNow > 1.05 * allBefore,
		F4:
			segments.some((one) => one.p >= 0.8 && coin(one)) &&
			segments.some((one) => one.p > 0 && one.p <= 0.12 && one.falseHard >= 0.6),
		F5:
			week('small share').every((share) => Math.abs(share - firstSmall) < 0.0015) &&
			escalated >= 1.4 * firstEscalated &&
			resolved < firstResolved - 0.008,
		F6: segments.some(({ risk, p, share }) => risk === 'high' && p >= 0.3 && share <= 0.05),
		F7: p95 > budget,
	};
	return (Object.keys(shows) as Shape[]).filter((shape) => shows[shape]);
}

/** A cell as a number in the model's units; NaN where it is a dash. */
function read(cell = ''): number {
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

const ends = (values: readonly number[]): readonly [number, number] => [values[0] ?? 0, values.at(-1) ?? 0];
