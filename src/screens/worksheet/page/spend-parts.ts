import type { LabInput } from '../../../present/board/lab-input.js';
import { costSegments } from '../../../present/cost/segments.js';
import { ownBaselineName } from '../../../present/format/baseline-name.js';
import { money, NOT_MEASURED, number, percent } from '../../../present/format/format.js';
import { type Part, table, text } from './part.js';

/** Slices whose requests are other calls than the board's: the cost table above does not know of them. */
const hasOwn = ({ scenario }: LabInput): boolean =>
	scenario.segments.some(({ tokens, steps }) => tokens !== null || steps !== null);

export function ownCalls({ scenario }: LabInput): readonly Part[] {
	const own = scenario.segments.filter(({ tokens, steps }) => tokens !== null || steps !== null);
	if (own.length === 0) return [];
	const words = own.map(({ name, tokens, steps }) => {
		const calls = steps?.map((step) => `${step.times} × ${step.name}`).join(' + ') ?? 'one call';
		const size = tokens ? ` of ${number(tokens.fresh)} fresh, ${number(tokens.output)} output tokens` : '';
		return `${name}: ${calls}${size}`;
	});
	return [text(`Requests of their own (in the file, under tokens and steps): ${words.join('; ')}.`)];
}

/** A row is one request of the board's own tokens; what the slices spend together may be something else. */
export function boardSpend(input: LabInput): readonly Part[] {
	const { scenario, outcome } = input;
	const { cost, smallShare } = outcome.metrics;
	const usd = (value: number | null): string => (value === null ? NOT_MEASURED : `USD ${money(value)}`);
	const behind = scenario.rows.every(({ routedSmall }) => Math.abs(routedSmall - (smallShare ?? 0)) > 0.005);
	return [
		...(hasOwn(input)
			? [
					text(
						`A row is one request of the board’s tokens. Over the slices, some of which make other calls, a request costs ${usd(cost)} and on ${ownBaselineName(scenario)} ${usd(outcome.baseline.cost)}: that is what the board and the review count.`,
						'unsure',
					),
					table(costSegments(input)),
				]
			: []),
		...(behind && scenario.rows.length > 0 && smallShare !== null
			? [text(`No row has the mix of the slices, which is ${percent(smallShare)} small now.`, 'unsure')]
			: []),
	];
}
