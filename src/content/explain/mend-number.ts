import { KINDS, type Kind } from '../../engine/inputs/kinds.js';
import { grouped } from '../problems/grouped.js';

/** What to write instead of something that was meant as a number of this kind, or null if it cannot be guessed. */
export function mendNumber(value: unknown, kind: Kind | null): string | null {
	if (typeof value === 'number') return kind === 'percent' ? fraction(value) : null;
	if (typeof value !== 'string') return null;
	const text = value.trim();
	const percent = /^([-+]?[\d.]+)\s*%$/.exec(text);
	if (percent) return fraction(Number(percent[1])) ?? null;
	const bare = text.replace(/^(USD|\$|€)\s*/i, '').replace(/\s*(USD|\$|€|ms|tokens?)$/i, '');
	// 10,000 and 1_000 are thousands; 0,84 is a decimal comma.
	const plain = /^[-+]?\d{1,3}([,_]\d{3})+(\.\d+)?$/.test(bare)
		? bare.replace(/[,_]/g, '')
		: bare.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
	if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
	const number = Number(plain);
	if (kind && (number < KINDS[kind].min || number > KINDS[kind].max)) return mendNumber(number, kind);
	return plain === text
		? `Write ${number}, without quotes.`
		: `Write ${number}: digits and a decimal point, without units, quotes or separators.`;
}

function fraction(percent: number): string | null {
	if (!(percent > 0 && percent <= 100)) return null;
	const share = Number((percent / 100).toPrecision(15));
	return `Write ${share} for ${percent}%: rates are fractions in a file.`;
}

/** A number of each kind as it could stand in a file. */
const EXAMPLES: Record<Kind, number> = {
	percent: 0.25,
	auc: 0.8,
	price: 0.5,
	money: 4,
	tokens: 2000,
	multiple: 1.25,
	attempts: 1.2,
	times: 1,
	duration: 700,
	delay: 300,
	labels: 600,
	count: 10000,
	threshold: 0.5,
	limit: 0.05,
};

const WHOLE: readonly (Kind | null)[] = ['labels', 'tokens', 'count', null];

/**
 * What kind of number to write where nobody can guess which.
 *
 * @param kind null: a whole number from 0
 */
export function writeNumber(value: unknown, kind: Kind | null): string {
	const whole = WHOLE.includes(kind);
	if (typeof value !== 'number' || !Number.isFinite(value))
		return `Write a${whole ? ' whole' : ''} number such as ${kind === null ? 1 : EXAMPLES[kind]}.`;
	if (whole && (kind === null || value < 0)) return 'Write a whole number from 0.';
	const { min, max } = KINDS[kind ?? 'count'];
	if (kind === 'percent' || kind === 'auc' || kind === 'threshold')
		return `Write a number from ${grouped(min)} to ${grouped(max)}.`;
	return value < min ? `Write ${grouped(min)} or more.` : `Write ${grouped(max)} or less.`;
}
